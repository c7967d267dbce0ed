// What this window is listening to, and where this browser left each episode.
const NOW = "listening";
const SPEED = "listening-speed";
const EVERY = 1000;

export const current = () => JSON.parse(sessionStorage.getItem(NOW));
export const stop = () => sessionStorage.removeItem(NOW);
export const leftAt = (key) => Number(localStorage.getItem(`${NOW}-${key}`));
export const speed = () => Number(localStorage.getItem(SPEED)) || 1;
export const keepSpeed = (rate) => localStorage.setItem(SPEED, rate);

export function clock(seconds) {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
  return (hours ? [hours, String(minutes).padStart(2, "0")] : [minutes]).concat(String(rest).padStart(2, "0")).join(":");
}

export function seek(audio, time) {
  if (audio.readyState) audio.currentTime = time;
  else audio.addEventListener("loadedmetadata", () => (audio.currentTime = time), { once: true });
}

export function skip(audio, seconds) {
  audio.currentTime = Math.min(Math.max(audio.currentTime + seconds, 0), audio.duration || 0);
}

// From the first play on, what is heard is written down, so that the next page can go on.
export function keep(audio, episode) {
  let written = 0;
  const mine = () => current()?.key === episode.key;
  const write = () => {
    written = Date.now();
    sessionStorage.setItem(NOW, JSON.stringify({ ...episode, time: audio.currentTime, playing: !audio.paused }));
    localStorage.setItem(`${NOW}-${episode.key}`, audio.currentTime);
  };
  audio.addEventListener("play", write);
  for (const event of ["pause", "seeked", "timeupdate"]) {
    audio.addEventListener(event, () => {
      if (mine() && (event !== "timeupdate" || Date.now() - written > EVERY)) write();
    });
  }
  addEventListener("pagehide", () => mine() && write());
  audio.addEventListener("ended", () => {
    stop();
    localStorage.removeItem(`${NOW}-${episode.key}`);
  });
}

// Keys of a keyboard or a headset that play and skip.
export function answerKeys(audio, title) {
  if (!navigator.mediaSession) return;
  navigator.mediaSession.metadata = new MediaMetadata({ title });
  navigator.mediaSession.setActionHandler("seekbackward", () => skip(audio, -15));
  navigator.mediaSession.setActionHandler("seekforward", () => skip(audio, 30));
}
