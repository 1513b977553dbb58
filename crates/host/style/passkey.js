// Passkeys: asks the device what a form has for it, and sends the form with the answer. Forms that need this are hidden until
// it is known that the browser can; beside them stands what one can do without.
(() => {
  "use strict";

  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  /** The answer as it is read on the other side (WebAuthn, RegistrationResponseJSON and AuthenticationResponseJSON). */
  const written = ({ id, rawId, type, response, authenticatorAttachment }) => {
    const said = { clientDataJSON: text(response.clientDataJSON) };
    if (response.attestationObject) said.attestationObject = text(response.attestationObject);
    if (response.authenticatorData && response.signature) {
      said.authenticatorData = text(response.authenticatorData);
      said.signature = text(response.signature);
      said.userHandle = response.userHandle ? text(response.userHandle) : null;
    }
    return JSON.stringify({ id, rawId: text(rawId), type, response: said, authenticatorAttachment, clientExtensionResults: {} });
  };

  const ask = {
    create({ user, challenge, excludeCredentials, ...others }) {
      const asked = { user: { ...user, id: bytes(user.id) }, challenge: bytes(challenge), excludeCredentials: known(excludeCredentials) };
      return navigator.credentials.create({ publicKey: { ...others, ...asked } });
    },
    get({ challenge, allowCredentials, ...others }) {
      const asked = { challenge: bytes(challenge), allowCredentials: known(allowCredentials) };
      return navigator.credentials.get({ publicKey: { ...others, ...asked } });
    },
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const trouble = form.querySelector("[data-trouble]");
    form.hidden = false;
    for (const without of document.querySelectorAll("[data-passkey-without]")) without.hidden = true;
    form.addEventListener("submit", async (event) => {
      if (form.elements.svar.value) return;
      event.preventDefault();
      trouble.hidden = true;
      try {
        form.elements.svar.value = written(await ask[form.dataset.passkey](JSON.parse(form.dataset.options)));
        form.submit();
      } catch {
        // The person said no, or the device has none. What it says in words is not for people.
        trouble.hidden = false;
      }
    });
  }
})();
