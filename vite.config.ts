import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { slimPhaser } from "./tools/slim-phaser.ts";

/** Builds the page: source in game-client/, output in dist/client, which the game server serves. */
export default defineConfig({
  root: "game-client",
  publicDir: "../assets/public",
  plugins: [preact(), slimPhaser()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      // The game, and the Push Lab.
      input: ["game-client/index.html", "game-client/lab.html"],
      output: {
        codeSplitting: {
          groups: [{ name: "phaser", test: /node_modules[\\/](phaser|eventemitter3)[\\/]|^\0phaser$/ }],
        },
      },
    },
  },
});
