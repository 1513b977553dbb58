//! Whether receivers find the key that letters are signed with (RFC 6376, RFC 8463).

use super::{Answer, Answers, Ask, Finding, Kind, Sender, Standing, answered};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use host::DkimAlgorithm;
use ring::signature::{Ed25519KeyPair, KeyPair, RsaKeyPair};

/// How letters of an organisation are signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    pub domain: String,
    pub selector: String,
    pub algorithm: DkimAlgorithm,
    /// The public half of the key in base64, where the key can be read here.
    pub public_key: Option<String>,
}

impl Signing {
    /// Where the record stands.
    pub fn name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain).to_ascii_lowercase()
    }

    fn record(&self) -> Option<String> {
        let algorithm = match self.algorithm {
            DkimAlgorithm::Rsa => "rsa",
            DkimAlgorithm::Ed25519 => "ed25519",
        };
        self.public_key.as_ref().map(|key| format!("v=DKIM1; k={algorithm}; p={key}"))
    }
}

pub(super) fn judge(sender: &Sender, answers: &Answers) -> Result<Finding, Ask> {
    let Some(signing) = &sender.signing else {
        return Ok(Finding::new(Standing::Unclear, "unsigned", &sender.domain, Vec::new()));
    };
    let name = signing.name();
    let (standing, word, found) = match answered(answers, &name, Kind::Txt)? {
        Answer::Silent => (Standing::Unasked, "unasked", Vec::new()),
        Answer::Txt(records) => match records.as_slice() {
            [record] => {
                let (standing, word) = of_record(record, signing.public_key.as_deref());
                (standing, word, records.clone())
            }
            _ => (Standing::Bad, "several", records.clone()),
        },
        _ => (Standing::Missing, "missing", Vec::new()),
    };
    let finding = Finding::new(standing, word, &name, found);
    Ok(match (standing, signing.record()) {
        (Standing::Bad | Standing::Missing, Some(record)) => finding.wanting(record),
        _ => finding,
    })
}

fn of_record(record: &str, own: Option<&str>) -> (Standing, &'static str) {
    let Some(key) = tag(record, "p") else { return (Standing::Bad, "faulty") };
    let key: String = key.split_whitespace().collect();
    match own {
        _ if tag(record, "v").is_some_and(|version| version != "DKIM1") => (Standing::Bad, "faulty"),
        _ if key.is_empty() => (Standing::Bad, "revoked"),
        Some(own) if own != key => (Standing::Bad, "other-key"),
        Some(_) => (Standing::Good, "found"),
        None => (Standing::Good, "found-uncompared"),
    }
}

/// The value of a tag in a list of them (RFC 6376 3.2).
pub(super) fn tag<'r>(record: &'r str, name: &str) -> Option<&'r str> {
    let tags = record.split(';').filter_map(|tag| tag.split_once('='));
    tags.map(|(own, value)| (own.trim(), value.trim())).find(|(own, _)| *own == name).map(|(_, value)| value)
}

/// The public half of a key as it is written for signing: PKCS#1 PEM for RSA, 32 bytes in base64 for Ed25519.
pub fn public_key(written: &str, algorithm: DkimAlgorithm) -> Option<String> {
    match algorithm {
        DkimAlgorithm::Rsa => {
            let body: String = written.lines().map(str::trim).filter(|line| !line.starts_with("-----")).collect();
            let key = RsaKeyPair::from_der(&BASE64_STANDARD.decode(body).ok()?).ok()?;
            Some(BASE64_STANDARD.encode(subject_public_key(key.public_key().as_ref())))
        }
        DkimAlgorithm::Ed25519 => {
            let seed = BASE64_STANDARD.decode(written.trim()).ok()?;
            let key = Ed25519KeyPair::from_seed_unchecked(&seed).ok()?;
            Some(BASE64_STANDARD.encode(key.public_key().as_ref()))
        }
    }
}

/// An RSA key with the words before it that say what it is (RFC 8017 A.1, RFC 5280 4.1): records have it like that.
fn subject_public_key(key: &[u8]) -> Vec<u8> {
    const RSA_ENCRYPTION: [u8; 15] =
        [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
    let bits = [&[0][..], key].concat();
    let bits = [der_head(0x03, bits.len()), bits].concat();
    let inside = [&RSA_ENCRYPTION[..], &bits].concat();
    [der_head(0x30, inside.len()), inside].concat()
}

/// What stands before so many bytes in DER: what they are, and how many.
fn der_head(kind: u8, length: usize) -> Vec<u8> {
    let bytes: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => vec![kind, short],
        _ => [vec![kind, 0x80 | u8::try_from(bytes.len()).unwrap_or_default()], bytes].concat(),
    }
}
