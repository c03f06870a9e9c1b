import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { offlinePage } from "./tools/offline-page.ts";
import { packedArenas } from "./tools/packed-arenas.ts";
import { precache } from "./tools/precache.ts";
import { slimPhaser } from "./tools/slim-phaser.ts";

/**
 * Builds the page: source in game-client/, output in dist/client, which the game server serves. In the mode "offline" it needs no
 * server, and works at any path.
 */
export default defineConfig(({ mode }) => {
  const isOffline = mode === "offline";
  return {
    root: "game-client",
    base: isOffline ? "./" : "/",
    publicDir: "../assets/public",
    plugins: [preact(), slimPhaser(), packedArenas(), precache(), ...(isOffline ? [offlinePage()] : [])],
    worker: { plugins: () => [packedArenas()] },
    build: {
      outDir: "../dist/client",
      emptyOutDir: true,
      target: "es2022",
      chunkSizeWarningLimit: 1600,
      rolldownOptions: {
        // The game, what keeps it for when there is no network, and the Push Lab, which has nothing to show without a server.
        input: {
          index: "game-client/index.html",
          sw: "game-client/offline/service-worker.ts",
          ...(isOffline ? {} : { lab: "game-client/lab.html" }),
        },
        output: {
          entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
          codeSplitting: {
            groups: [{ name: "phaser", test: /node_modules[\\/](phaser|eventemitter3)[\\/]|^\0phaser$/ }],
          },
        },
      },
    },
  };
});
