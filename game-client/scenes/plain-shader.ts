import Phaser from "phaser";

/** What the shader of sprites does with a texture: sprites of this game are faded, but never tinted. */
const FADE = { name: "Fade", additions: { fragmentProcess: "fragColor *= outTint.a;" }, tags: ["TINT"] };

/** Takes the many ways of tinting out of the shaders of sprites: a third of what a pixel costs in software. */
export function usePlainShaders(renderer: Phaser.Renderer.WebGL.WebGLRenderer): void {
  for (const name of ["BatchHandlerQuad", "BatchHandlerQuadSingle"]) {
    const node = renderer.renderNodes.getNode(name);
    if (node instanceof Phaser.Renderer.WebGL.RenderNodes.BatchHandlerQuad) {
      node.programManager.replaceAddition("Tint", FADE);
    }
  }
}
