// Waiting for a large survey in a real browser: the page stays where it is while the answers are read, and the figures
// come by themselves, or wait for who is busy in the page.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { insertResponses } from '../../server/db/responses.ts';
import { createAnalysis } from '../../server/worker/analysis.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { account, copiesOfFirstAnswer, setUpPath, startDemonstration } from '../set-up/start-demonstration.ts';

const waiting = 'De antwoorden worden ingelezen';
