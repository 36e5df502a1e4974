/** What this process has kept the processor busy with, in milliseconds: unlike the clock it does not run while other programs do. */
export function processor_ms(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
