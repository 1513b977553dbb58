//! Signing letters for the organisation they come from (DKIM, RFC 6376).

use std::collections::BTreeMap;

use anyhow::Context;
use host::{DkimAlgorithm, Settings};
use lettre::Message;
use lettre::message::dkim::{
    DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey,
};
use lettre::message::header::HeaderName;

/// What is signed. Not Content-Type: it is written after the signature is made, and would be signed as absent.
const SIGNED: [&str; 7] = ["From", "Reply-To", "To", "Subject", "Date", "Message-ID", "MIME-Version"];
/// Signed besides, where a letter has them.
const ONE_CLICK: [&str; 2] = ["List-Unsubscribe", "List-Unsubscribe-Post"];

/// The signing keys of the organisations that have one. For all others the mail server signs.
#[derive(Debug, Default)]
pub(crate) struct Signatures(BTreeMap<String, Signature>);

#[derive(Debug)]
struct Signature {
    plain: DkimConfig,
    one_click: DkimConfig,
}

impl Signatures {
    /// Reads the keys that the settings name. A key that cannot be read is an error, at start and not at the first letter.
    pub(crate) fn read(settings: &Settings) -> anyhow::Result<Self> {
        let mut all = BTreeMap::new();
        for (organisation, key) in &settings.dkim {
            let written = std::fs::read_to_string(&key.key_file)
                .with_context(|| format!("cannot read the DKIM key of {organisation} in {}", key.key_file.display()))?;
            let algorithm = || match key.algorithm {
                DkimAlgorithm::Rsa => DkimSigningAlgorithm::Rsa,
                DkimAlgorithm::Ed25519 => DkimSigningAlgorithm::Ed25519,
            };
            let config = |headers: Vec<&'static str>| {
                let signing_key = DkimSigningKey::new(written.trim(), algorithm()).with_context(|| {
                    format!(
                        "the DKIM key of {organisation} is neither PKCS#1 PEM (RSA) nor 32 bytes in base64 (Ed25519)"
                    )
                })?;
                let relaxed = DkimCanonicalization {
                    header: DkimCanonicalizationType::Relaxed,
                    body: DkimCanonicalizationType::Relaxed,
                };
                let names = headers.into_iter().map(HeaderName::new_from_ascii_str).collect();
                anyhow::Ok(DkimConfig::new(key.selector.clone(), key.domain.clone(), signing_key, names, relaxed))
            };
            let signature = Signature {
                plain: config(SIGNED.to_vec())?,
                one_click: config(SIGNED.into_iter().chain(ONE_CLICK).collect())?,
            };
            all.insert(organisation.clone(), signature);
        }
        Ok(Self(all))
    }

    /// Signs a letter of an organisation that has a key.
    pub(crate) fn sign(&self, organisation: &str, message: &mut Message) {
        if let Some(signature) = self.0.get(organisation) {
            let one_click = message.headers().get_raw(ONE_CLICK[0]).is_some();
            message.sign(if one_click { &signature.one_click } else { &signature.plain });
        }
    }
}
