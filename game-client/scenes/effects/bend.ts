import Phaser from "phaser";
import type { CameraRig } from "../camera-rig.ts";
import type { Kit } from "../kit.ts";
import { type BendBand, type Box, boundBand } from "./bend-area.ts";
import type { Wave } from "./waves.ts";

const KEY = "bend";
/** Waves that bend at a time: the first active ones. */
const SLOTS = 4;
/** Largest shift of the picture and thickness of the bent band (tiles). */
const SHIFT = 0.17;
const BAND = 0.55;
/** Beyond this many thicknesses from the front nothing bends. */
const REACH = 2.2;
/** Cosine over which the bend fades out beyond the edge of a cone. */
const SOFT = 0.12;

/** `uPlace`: centre (pixels, from the lower left), direction. `uForce`: shift, band, radius (pixels), cosine. */
const SHADER = `#pragma phaserTemplate(shaderName)
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
uniform sampler2D uMainSampler;
uniform vec2 uCanvas;
uniform vec4 uPlace;
uniform vec4 uForce;
vec4 look(vec2 shift)
{
    return texture2D(uMainSampler, clamp(gl_FragCoord.xy - shift, vec2(0.5), uCanvas - 0.5) / uCanvas);
}
void main()
{
    vec2 d = gl_FragCoord.xy - uPlace.xy;
    float r = length(d) + 0.01;
    float off = (r - uForce.z) / uForce.y;
    float inside = smoothstep(uForce.w - ${SOFT}, uForce.w + 0.02, dot(d / r, uPlace.zw));
    float amount = exp(-off * off) * off * 1.8 * uForce.x * inside;
    if (abs(amount) < 0.4) discard;
    vec2 shift = d / r * amount;
    gl_FragColor = vec4(look(shift * 1.15).r, look(shift).g, look(shift * 0.85).b, 1.0);
}`;

/** The part of the picture around one wave, drawn once more and bent. */
class BendQuad extends Phaser.GameObjects.Shader {
  readonly canvas = [1, 1];
  readonly place = [0, 0, 0, 0];
  readonly force = [0, 1, 0, 2];
  /** What is copied from the picture: left, bottom, width, height (pixels, from the lower left). */
  readonly copy = [0, 0, 0, 0] as [number, number, number, number];
  readonly #picture: Phaser.Renderer.WebGL.Wrappers.WebGLTextureWrapper;

  constructor(scene: Phaser.Scene, picture: Phaser.Renderer.WebGL.Wrappers.WebGLTextureWrapper) {
    super(scene, { name: "PushbackBend", fragmentSource: SHADER }, 0, 0, 1, 1, [KEY]);
    this.#picture = picture;
    this.setOrigin(0);
    this.visible = false;
    this.setupUniforms = (setUniform, context) => {
      this.#copyPicture(context);
      setUniform("uMainSampler", 0);
      setUniform("uCanvas", this.canvas);
      setUniform("uPlace", this.place);
      setUniform("uForce", this.force);
    };
    // Compiles now, and not when the first wave runs.
    this.renderNode.programManager.getCurrentProgramSuite();
  }

  /** The picture as drawn so far, where the wave is: a copy of that is cheaper than a copy of everything. */
  #copyPicture(context: Phaser.Renderer.WebGL.DrawingContext): void {
    const { gl, glTextureUnits } = context.renderer;
    context.beginDraw();
    this.#picture.resize(context.width, context.height);
    glTextureUnits.bind(this.#picture, 0);
    const [left, bottom, width, height] = this.copy;
    gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, left, bottom, left, bottom, width, height);
  }
}

/** Bends the picture where shock waves run. Only for WebGL. */
export class Bend {
  readonly #camera: Phaser.Cameras.Scene2D.Camera;
  readonly #quads: readonly BendQuad[];
  readonly #box: Box = { left: 0, top: 0, right: 0, bottom: 0 };

  constructor(kit: Kit, renderer: Phaser.Renderer.WebGL.WebGLRenderer) {
    const { scene } = kit;
    const { gl } = renderer;
    this.#camera = scene.cameras.main;
    const clamp = gl.CLAMP_TO_EDGE;
    // Without alpha, as the canvas has none that could be copied.
    const size = [this.#camera.width, this.#camera.height] as const;
    const picture = renderer.createTexture2D(
      0,
      gl.LINEAR,
      gl.LINEAR,
      clamp,
      clamp,
      gl.RGB,
      undefined,
      ...size,
    );
    scene.textures.addGLTexture(KEY, picture);
    this.#quads = Array.from({ length: SLOTS }, () => {
      const quad = new BendQuad(scene, picture);
      kit.layers.bend.add(quad);
      return quad;
    });
  }

  /** Takes over the waves of this frame; none of them when not `wanted`. */
  update(waves: readonly Wave[], rig: CameraRig, wanted: boolean): void {
    let used = 0;
    if (wanted) {
      for (const wave of waves) {
        const quad = this.#quads[used];
        if (quad && wave.active && this.#place(quad, wave, rig)) used++;
      }
    }
    this.#quads.forEach((quad, index) => {
      quad.visible = index < used;
    });
  }

  /** Puts a quad over a wave. False when nothing of it is in sight. */
  #place(quad: BendQuad, wave: Wave, rig: CameraRig): boolean {
    const { width, height, scrollX, scrollY } = this.#camera;
    const { zoom } = rig;
    const shift = SHIFT * wave.strength * (1 - (wave.age / wave.life) ** 2);
    const thickness = BAND * (0.7 + wave.strength);
    const full = wave.half >= Math.PI;
    const cosine = full ? -2 : Math.cos(wave.half);
    const half = full ? Math.PI : Math.acos(Math.max(-1, cosine - SOFT));
    const band: BendBand = {
      x: wave.x,
      y: wave.y,
      aim: wave.aim,
      half,
      radius: wave.radius,
      reach: REACH * thickness,
    };
    boundBand(band, this.#box);
    const toX = (x: number) => (x - scrollX - width / 2) * zoom + width / 2;
    const toY = (y: number) => (y - scrollY - height / 2) * zoom + height / 2;
    const left = Math.max(0, Math.floor(toX(this.#box.left)));
    const right = Math.min(width, Math.ceil(toX(this.#box.right)));
    const top = Math.max(0, Math.floor(toY(this.#box.top)));
    const bottom = Math.min(height, Math.ceil(toY(this.#box.bottom)));
    if (right <= left || bottom <= top) return false;
    const scale = 1 / zoom;
    quad.setSize((right - left) * scale, (bottom - top) * scale);
    quad.setPosition(
      (left - width / 2) * scale + scrollX + width / 2,
      (top - height / 2) * scale + scrollY + height / 2,
    );
    const margin = Math.ceil(shift * zoom * 1.2) + 2;
    const copyLeft = Math.max(0, left - margin);
    const copyTop = Math.max(0, top - margin);
    const copyBottom = Math.min(height, bottom + margin);
    assign(
      quad.copy,
      copyLeft,
      height - copyBottom,
      Math.min(width, right + margin) - copyLeft,
      copyBottom - copyTop,
    );
    assign(quad.canvas, width, height);
    assign(quad.place, toX(wave.x), height - toY(wave.y), Math.cos(wave.aim), -Math.sin(wave.aim));
    assign(quad.force, shift * zoom, thickness * zoom, wave.radius * zoom, cosine);
    return true;
  }
}

function assign(target: number[], ...values: readonly number[]): void {
  for (const [index, value] of values.entries()) target[index] = value;
}
