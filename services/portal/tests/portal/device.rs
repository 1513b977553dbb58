//! A device with passkeys, and what a script does with it.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const NEW: u8 = 64;

/// What a form asks a device.
pub(crate) struct Question {
    pub(crate) sealed: String,
    pub(crate) options: Value,
}

impl Question {
    /// The one on a page, for `create` or `get`.
    pub(crate) fn on(page: &str, what: &str) -> Self {
        let form =
            page.split(&format!("data-passkey=\"{what}\"")).nth(1).unwrap_or_else(|| panic!("no form in {page}"));
        let attribute =
            |mark: &str| form.split(mark).nth(1).and_then(|rest| rest.split('"').next()).expect("an attribute");
        let options = attribute("data-options=\"").replace("&quot;", "\"").replace("&amp;", "&");
        let sealed = attribute("name=\"utfordring\" value=\"").to_owned();
        Self { sealed, options: serde_json::from_str(&options).expect("JSON") }
    }
}

pub(crate) struct Device {
    pair: EcdsaKeyPair,
    pub(crate) id: Vec<u8>,
    handle: Value,
    pub(crate) count: u32,
    /// Whose page it believes to be on.
    pub(crate) origin: String,
    pub(crate) site: String,
    /// It knows who holds it.
    pub(crate) verified: bool,
}

fn part(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

impl Device {
    /// Makes a passkey, and what goes into the form.
    pub(crate) fn make(question: &Question, origin: &str) -> (Self, String) {
        let random = SystemRandom::new();
        let written = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, written.as_ref(), &random).expect("a key");
        let asked = &question.options;
        let device = Self {
            pair,
            id: rand::random::<[u8; 32]>().to_vec(),
            handle: asked["user"]["id"].clone(),
            count: 0,
            origin: origin.to_owned(),
            site: asked["rp"]["id"].as_str().expect("a site").to_owned(),
            verified: true,
        };
        let answer = device.made(question);
        (device, answer)
    }

    /// What goes into a form that asks for a new one.
    pub(crate) fn made(&self, question: &Question) -> String {
        let point = self.pair.public_key().as_ref();
        // COSE: an elliptic curve key for ES256 on P-256.
        let key =
            [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], &point[1..33], &[0x22, 0x58, 32], &point[33..]].concat();
        let mut said = self.said(NEW);
        said.extend([0; 16]);
        said.extend([0, 32]);
        said.extend(&self.id);
        said.extend(key);
        let length = u8::try_from(said.len()).expect("short");
        // CBOR: { fmt: "none", attStmt: {}, authData }.
        let object = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(), &[length], &said].concat();
        let data = self.client_data("webauthn.create", &question.options);
        let response = json!({ "clientDataJSON": part(data.as_bytes()), "attestationObject": part(&object) });
        self.answer(&response)
    }

    /// What goes into a form that asks to be shown one.
    pub(crate) fn show(&mut self, question: &Question) -> String {
        self.count += 1;
        let said = self.said(0);
        let data = self.client_data("webauthn.get", &question.options);
        let signed = [said.as_slice(), &Sha256::digest(&data)].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).expect("signed");
        let response = json!({ "clientDataJSON": part(data.as_bytes()), "authenticatorData": part(&said),
                               "signature": part(signature.as_ref()), "userHandle": self.handle });
        self.answer(&response)
    }

    /// Claims to hold the passkeys of another.
    pub(crate) fn claim(&mut self, other: &Self) {
        self.handle = other.handle.clone();
    }

    fn said(&self, more: u8) -> Vec<u8> {
        let flags = PRESENT | more | if self.verified { VERIFIED } else { 0 };
        [Sha256::digest(&self.site).as_slice(), &[flags], &self.count.to_be_bytes()].concat()
    }

    fn client_data(&self, what: &str, options: &Value) -> String {
        let challenge = &options["challenge"];
        json!({ "type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string()
    }

    fn answer(&self, response: &Value) -> String {
        json!({ "id": part(&self.id), "rawId": part(&self.id), "type": "public-key", "response": response,
                "authenticatorAttachment": "platform", "clientExtensionResults": {} })
        .to_string()
    }
}
