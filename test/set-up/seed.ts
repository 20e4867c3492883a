// Property tests draw the same examples in every run, so that a failure is a change and not luck. SEED draws others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_260_101) });
