import { useStore } from "../context.ts";
import { Icon } from "../parts/icon.tsx";

/** Names of those who are heard at this moment. */
export function VoiceSpeakers() {
  const { heard } = useStore("voice");
  const { scores } = useStore("standings");
  if (heard.value.size === 0) return null;
  const names = scores.value.filter(({ id }) => heard.value.has(id)).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <p class="voice-speakers" data-testid="voice-speakers">
      <Icon name="sound" />
      {names.join(", ")}
    </p>
  );
}
