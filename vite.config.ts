import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { offlinePage } from "./tools/offline-page.ts";
import { packedArenas } from "./tools/packed-arenas.ts";
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
    plugins: [preact(), slimPhaser(), packedArenas(), ...(isOffline ? [offlinePage()] : [])],
    worker: { plugins: () => [packedArenas()] },
    build: {
      outDir: "../dist/client",
      emptyOutDir: true,
      target: "es2022",
      chunkSizeWarningLimit: 1600,
      rolldownOptions: {
        // The game, and the Push Lab, which has nothing to show without a server.
        input: ["game-client/index.html", ...(isOffline ? [] : ["game-client/lab.html"])],
        output: {
          codeSplitting: {
            groups: [{ name: "phaser", test: /node_modules[\\/](phaser|eventemitter3)[\\/]|^\0phaser$/ }],
          },
        },
      },
    },
  };
});
