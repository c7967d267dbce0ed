// A recording of elsewhere is fetched only once the reader asks for it.
for (const place of document.querySelectorAll("[data-player]")) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.className = "recording-frame";
    frame.src = place.dataset.player;
    frame.title = place.dataset.title;
    frame.allow = "fullscreen; encrypted-media; picture-in-picture";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin"; // YouTube refuses to play for nobody
    place.replaceWith(frame);
    frame.tabIndex = 0;
    frame.focus();
  });
}
