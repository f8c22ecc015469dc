/** The projects of the workspace, each with a `vitest.config.ts` of its own. */
export default ["packages/*", "examples"]
