// At a door: reads the code on a badge with the camera where the browser can, and searches for it. Without it the code is typed.
(() => {
  "use strict";

  const button = document.getElementById("scan");
  if (!button || !("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return;

  const field = document.getElementById("sok");
  const spoken = document.getElementById("scan-said");
  /** What our badges have; other codes are passed over. */
  const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/;
  /** In milliseconds, so that the phone stays cool. */
  const EVERY = 200;
  let detector, stream, video;

  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    video?.remove();
    stream = video = undefined;
    button.textContent = button.dataset.start;
  };

  const look = async () => {
    if (!video) return;
    let found = [];
    try {
      found = await detector.detect(video);
    } catch { /* There is no picture yet. */ }
    if (!video) return;
    const code = found.map(({ rawValue }) => rawValue).find((value) => CODE.test(value));
    if (!code) {
      setTimeout(look, EVERY);
      return;
    }
    stop();
    field.value = code;
    field.form.requestSubmit();
  };

  button.addEventListener("click", async () => {
    if (video) {
      stop();
      spoken.textContent = "";
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video = document.createElement("video");
      video.muted = true;
      video.playsInline = true;
      video.autoplay = true;
      video.srcObject = stream;
      button.after(video);
      button.textContent = button.dataset.stop;
      spoken.textContent = spoken.dataset.looking;
      look();
    } catch {
      stop();
      spoken.textContent = spoken.dataset.refused;
    }
  });

  window.addEventListener("pagehide", stop);

  BarcodeDetector.getSupportedFormats().then((formats) => {
    if (!formats.includes("qr_code")) return;
    detector = new BarcodeDetector({ formats: ["qr_code"] });
    button.parentElement.hidden = false;
  }, () => { /* It is typed then. */ });
})();
