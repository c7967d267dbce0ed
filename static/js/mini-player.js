// On any page but the episode's own: the bar that goes on with what was playing on the page before.
import { answerKeys, clock, current, keep, seek, skip, speed, stop } from "./listening.js";

const bar = document.getElementById("mini-player");
const begun = current();
if (bar && begun && begun.key !== document.querySelector("[data-player]")?.dataset.key) go(begun);

function go({ key, url, title, src, time, playing }) {
  const audio = new Audio(src);
  const [link, told, toggle] = ["a", "[data-time]", "[data-toggle]"].map((part) => bar.querySelector(part));
  const close = () => {
    audio.pause();
    bar.hidden = true;
  };
  const show = () => {
    toggle.textContent = audio.paused ? toggle.dataset.play : toggle.dataset.pause;
    told.textContent = clock(audio.currentTime);
  };

  audio.playbackRate = audio.defaultPlaybackRate = speed();
  seek(audio, time);
  keep(audio, { key, url, title, src });
  answerKeys(audio, title);
  for (const event of ["play", "pause", "timeupdate", "seeked"]) audio.addEventListener(event, show);
  audio.addEventListener("ended", close);
  audio.addEventListener("error", () => (stop(), close())); // taken away meanwhile

  link.href = url;
  link.textContent = title;
  toggle.addEventListener("click", () => (audio.paused ? audio.play() : audio.pause()));
  bar.addEventListener("click", ({ target }) => {
    if (target.dataset.skip) skip(audio, Number(target.dataset.skip));
    if ("close" in target.dataset) stop(), close();
  });
  document.addEventListener("play", close, { capture: true }); // another sound of the page begins
  show();
  bar.hidden = false;
  if (playing) audio.play().catch(show); // a browser may want a press first
}
