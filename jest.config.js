/** Three projects: what runs in memory, the simulator's own tests, and the journeys in a real browser. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};
const shared = { transform, testEnvironment: 'node' };

module.exports = {
  testSequencer: './scripts/slow-tests-first.cjs',
  // Jest's own five seconds are little on a machine that does other things too.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'house',
      roots: [
        '<rootDir>/shared',
        '<rootDir>/cloudfunctions',
        '<rootDir>/miniprogram',
        '<rootDir>/seeds',
        '<rootDir>/scripts',
        '<rootDir>/test',
      ],
      testMatch: ['**/*.test.ts'],
    },
    { ...shared, displayName: 'simulator', roots: ['<rootDir>/simulator'], testMatch: ['**/*.test.ts'] },
    { ...shared, displayName: 'journeys', roots: ['<rootDir>/test/journeys'], testMatch: ['**/*.e2e.ts'] },
  ],
};
