// Every command by its name, in the order the help shows them.
import { analyse } from './analyse.ts';
import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { create } from './create.ts';
import { demo } from './demo.ts';
import { exportAnswers } from './export.ts';
import { importRegister } from './import-register.ts';
import { importResponses } from './import-responses.ts';
import { invite } from './invite.ts';
import { newPassword } from './new-password.ts';
import { propose } from './propose.ts';
import { report } from './report.ts';
import { serve } from './serve.ts';

export const commands: readonly Command[] = [
  serve,
  demo,
  create,
  invite,
  newPassword,
  propose,
  importRegister,
  importResponses,
  analyse,
  exportAnswers,
  report,
  backup,
];
