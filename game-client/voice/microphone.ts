import type { VoiceTrouble } from "../session/stores/voice.ts";

/** Why this browser cannot do it at all here; undefined when it can. */
export function troubleOfBrowser(): VoiceTrouble | undefined {
  if (!isSecureContext) return "insecure";
  const has = "RTCPeerConnection" in globalThis && "AudioContext" in globalThis && navigator.mediaDevices;
  return has ? undefined : "unsupported";
}

/** Asks for the microphone. @throws DOMException: see `troubleOf` */
export function openMicrophone(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
}

/** What an error of the microphone means for the player. */
export function troubleOf(error: unknown): VoiceTrouble {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "noMicrophone";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "failed";
}
