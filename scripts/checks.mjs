// How the scripts that check many things tell of them.

let failures = 0

/** How many checks have failed so far. */
export const failed = () => failures

/** `action` resolves with the problems it found, one text each. */
export const check = async (name, action) => {
  const problems = await action()
  console.log(`${problems.length === 0 ? "ok    " : "FAILED"} ${name}`)
  for (const problem of problems) console.log(problem.replace(/^/gm, "       "))
  if (problems.length > 0) {
    failures += 1
    process.exitCode = 1
  }
  return problems.length === 0
}

/** Two at a time, since most checks are a process with one busy thread. */
export const checkAll = async (checks) => {
  const waiting = checks.values()
  const work = async () => {
    for (const [name, action] of waiting) await check(name, action)
  }
  await Promise.all([work(), work()])
}

/** The problem of a command that fails is all that it printed. */
export const succeeds = async (command) => {
  const { code, output } = await command
  return code === 0 ? [] : [output.trim()]
}
