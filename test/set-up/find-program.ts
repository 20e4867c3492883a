// Finds a program the tests need, or installs it where that is possible: as root on Debian.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The path of the first candidate that exists, after installing the Debian package when none does.
 * @param candidates absolute paths, best first.
 * @throws Error that says how to get the program when it cannot be had.
 */
export function findProgram(candidates: readonly string[], debianPackage: string): string {
  const found = () => candidates.find((path) => path !== '' && existsSync(path));
  const path = found() ?? (install(debianPackage) ? found() : undefined);
  if (path) return path;
  throw new Error(`The tests need ${debianPackage}. Get it with: sudo apt-get install ${debianPackage}`);
}

function install(debianPackage: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', debianPackage);
    return true;
  } catch {
    return false;
  }
}
