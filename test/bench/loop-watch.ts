// Loaded before the server by the bench alone: tells the process that started it how long the event loop was held up
// and how much memory the process has, and begins anew with each answer.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

export interface LoopReport {
  /** Longest and 99th percentile that a turn of the loop came late, in milliseconds. */
  readonly longest: number;
  readonly p99: number;
  /** Most that the thread itself computed between two turns, in milliseconds: what is left when others keep the machine busy. */
  readonly computed: number;
  /** Memory of the whole process in MB, its worker included. */
  readonly memory: number;
  /** Processor time of all threads since the last report, in milliseconds. */
  readonly spent: number;
}

/** Milliseconds between two looks. */
const resolution = 1;

// A worker of the server loads this too; only the thread that answers respondents is watched.
if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let computed = 0;
  let before = process.threadCpuUsage();
  let told = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    computed = Math.max(computed, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, resolution);
  watch.unref();
  process.on('message', () => {
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
    const all = process.cpuUsage(told);
    told = process.cpuUsage();
    process.send?.({
      longest: late(delay.max),
      p99: late(delay.percentile(99)),
      computed,
      memory: process.memoryUsage.rss() / 2 ** 20,
      spent: (all.user + all.system) / 1000,
    } satisfies LoopReport);
    delay.reset();
    computed = 0;
  });
  // The channel alone does not keep a server that was told to stop.
  process.channel?.unref();
}
