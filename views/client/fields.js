// @ts-check
// Numbers, lines, points and reasons made easier where scripts run.
