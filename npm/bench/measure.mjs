// Ways to do one thing, timed in one process, turn by turn.

const ROUNDS = 21;
/** How long each way runs before it is timed, so that the engine has compiled it for speed. */
const WARM_MS = 1500;
/** How long one turn takes at least, so that the clock's grain does not show. */
const TURN_MS = 40;

/** Prints the time of each way, and its multiple of the first one's. */
export function show(name, ways) {
  const measured = measure(ways);
  console.log(name);
  for (const { way, us } of measured) {
    console.log(`  ${way.padEnd(46)} ${us.toFixed(1).padStart(10)} µs  ${(us / measured[0].us).toFixed(2).padStart(6)}`);
  }
}

/** The median CPU time of one call, of each way, in turns so that the machine's moods meet all alike. */
function measure(ways) {
  const entries = Object.entries(ways).map(([way, run]) => ({ way, run, calls: calls(run), times: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const entry of entries) entry.times.push(cpu(entry.run, entry.calls) / entry.calls);
  }
  return entries.map(({ way, times }) => ({ way, us: times.sort((a, b) => a - b)[ROUNDS >> 1] }));
}

/** Warms `run` up and returns how often it fits into a turn. */
function calls(run) {
  const start = performance.now();
  while (performance.now() - start < WARM_MS) run();
  let count = 1;
  for (let tries = 0; tries < 20; tries++) {
    const us = cpu(run, count);
    if (us > TURN_MS * 1000) break;
    count = Math.ceil(count * Math.min(4, Math.max(1.2, (TURN_MS * 1000) / Math.max(us, 1))));
  }
  return count;
}

function cpu(run, count) {
  const before = process.cpuUsage();
  for (let call = 0; call < count; call++) run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
