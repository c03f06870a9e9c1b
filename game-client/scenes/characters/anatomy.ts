/** Where the parts of a character are, in hundredths of a tile from the point on the ground it stands on. */
export const ANATOMY = {
  /** Middle of the body: it hovers a little, which leaves room for the feet. */
  bodyY: -12,
  /** Half of the distance between the eyes when they look at the viewer. */
  eyeGap: 15,
  /** How far the face wanders over the ball with the aim. */
  faceX: 17,
  faceY: 13,
  /** Middle of the face relative to the body when the aim is level. */
  faceRestY: -6,
  /** How far the pupils wander within the eyes. */
  pupilX: 4.2,
  pupilY: 4.6,
  /** Mouth below the middle of the face. */
  mouthY: 19,
  /** Where the hat meets the head, relative to the body. */
  hatY: -37,
  /** Distance of the resting hands from the middle, and their angle off the aim (radians). */
  handReach: 50,
  handSpread: 1.15,
  /** Half of the distance between the feet, and their height. */
  footGap: 17,
  footY: 26,
} as const;
