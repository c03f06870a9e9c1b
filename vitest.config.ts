import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tools/longest-first.ts";

/**
 * One project per kind of test. The groups run one after the other, so that tests which wait for a real server or a
 * real browser do not share two cores with the rest. Without `maxWorkers` a machine of two cores would use only one.
 */
export default defineConfig({
  test: {
    reporters: ["default"],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // Nothing is left behind in a module, so the files of a worker share theirs: most of the time went into loading.
          isolate: false,
          maxWorkers: 2,
          // Simulated minutes and thousands of random games take seconds on a busy machine.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "netcode",
          include: ["tests/netcode/**/*.test.ts"],
          isolate: false,
          maxWorkers: 2,
          // Minutes of virtual time take seconds, and more on a busy machine.
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          // A process per file: Colyseus' matchmaker is one per process. They wait more than they compute.
          pool: "forks",
          isolate: true,
          maxWorkers: 3,
          // Generous: a condition that takes long on a busy machine is no failure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "fuzz",
          include: ["tests/fuzz/**/*.test.ts"],
          // Each has a server, players and senders: one after the other.
          pool: "forks",
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: "load",
          include: ["tests/load/**/*.test.ts"],
          // Each runs a server, workers and a command: one after the other.
          pool: "forks",
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 90_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/support/global-setup.ts"],
          setupFiles: ["tests/browser/support/require-setup.ts"],
          pool: "forks",
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
