// The player of an episode's page: goes on where it was left or where the address says, skips, shares a moment.
import { answerKeys, clock, current, keep, keepSpeed, leftAt, seek, skip, speed } from "./listening.js";
import { followTranscript } from "./transcript.js";

const player = document.querySelector("[data-player]");
const audio = player.querySelector("audio");
const rate = player.querySelector("[data-speed]");
const share = player.querySelector("[data-share]");
const told = player.querySelector("[role=status]");
const { key, title, url } = player.dataset;

function asked() {
  const typed = new URLSearchParams(location.search).get("t") ?? /^#t=(.+)$/.exec(location.hash)?.[1];
  const parts = typed && /^\d+(:\d{1,2}){0,2}$/.test(typed) ? typed.split(":").map(Number) : null;
  return parts && parts.reduce((sum, part) => sum * 60 + part);
}

function begin() {
  const begun = current();
  const here = begun?.key === key;
  const again = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  const place = here ? begun.time : leftAt(key);
  const time = here && again ? place : (asked() ?? place); // coming back is no asking
  if (time) seek(audio, time);
  if (here && begun.playing) audio.play().catch(() => {}); // a browser may want a press first
}

function setSpeed(value) {
  audio.playbackRate = audio.defaultPlaybackRate = value;
  rate.value = value;
  keepSpeed(value);
}

async function copyLink() {
  const link = new URL(`${url}?t=${Math.floor(audio.currentTime)}`, location);
  history.replaceState(null, "", link);
  const copied = await navigator.clipboard?.writeText(link.href).then(() => true, () => false);
  told.textContent = `${copied ? share.dataset.copied : share.dataset.shown} ${clock(audio.currentTime)}`;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-moment]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  seek(audio, Number(link.dataset.moment));
  audio.play();
});
player.addEventListener("click", ({ target }) => target.dataset.skip && skip(audio, Number(target.dataset.skip)));
rate.addEventListener("change", () => setSpeed(Number(rate.value)));
share.addEventListener("click", copyLink);
addEventListener("hashchange", () => asked() && seek(audio, asked()));
addEventListener("pageshow", (event) => event.persisted && begin());

setSpeed(speed());
keep(audio, { key, title, url, src: audio.src.split("#")[0] });
answerKeys(audio, title);
followTranscript(audio);
begin();
player.querySelector(".player-controls").hidden = false;
