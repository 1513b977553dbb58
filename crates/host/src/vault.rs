//! Answers that few may see, sealed so that a copy of the database is not enough to read them.

use crate::{Keys, Settings};
use anyhow::{Context, bail};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use std::sync::Arc;

/// What sensitive answers are sealed and opened with. Apart from [`Keys`], because only those processes are told of it that
/// keep answers, and because it can be replaced: the first key seals, all of them open.
#[derive(Clone, Default)]
pub struct Vault(Arc<[VaultKey]>);

struct VaultKey {
    /// Stands before everything that was sealed with it. Made of the key, which cannot be found from it.
    name: String,
    keys: Keys,
}

/// Why something cannot be sealed or opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    #[error("answers_key is not set")]
    NoKey,
    #[error("it was sealed with the key {0}, which is not among those of answers_key")]
    UnknownKey(String),
    #[error("it was not sealed for where it lies, or is damaged")]
    Damaged,
}

/// Characters of a key, as of the installation's secret.
const SHORTEST: usize = 32;
const DOMAIN: &str = "vault";

impl Vault {
    /// The keys that the settings name. A small installation makes its own once; a large one that names none gets a vault that
    /// neither seals nor opens, since most of its processes need none.
    pub fn of(settings: &Settings) -> anyhow::Result<Self> {
        match &settings.answers_key {
            Some(written) => Self::read(written),
            None if settings.database.is_some() => Ok(Self::default()),
            None => {
                let written = String::from_utf8(settings.made_once("answers_key")?);
                Self::read(&written.context("answers_key is not text")?).context("data/answers_key")
            }
        }
    }

    /// Keys as they are written, with commas, spaces or lines between them.
    fn read(written: &str) -> anyhow::Result<Self> {
        let mut all = Vec::new();
        for key in written.split([',', ' ', '\t', '\r', '\n']).filter(|key| !key.is_empty()) {
            if key.len() < SHORTEST {
                bail!(
                    "answers_key must be at least {SHORTEST} characters of chance, for example from `openssl rand -hex 32`"
                );
            }
            let keys = Keys::new(key.as_bytes());
            let name = keys.sign(DOMAIN, b"name").iter().take(4).map(|byte| format!("{byte:02x}")).collect();
            all.push(VaultKey { name, keys });
        }
        if all.is_empty() {
            bail!("answers_key is empty; leave it out, or give it a key");
        }
        Ok(Self(all.into()))
    }

    /// The name of the key that seals; nothing when there is none.
    pub fn seals_with(&self) -> Option<&str> {
        self.0.first().map(|key| key.name.as_str())
    }

    /// The names of all that can be opened with.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|key| key.name.as_str())
    }

    /// Seals bytes for the place that they lie in: moved to another one they cannot be opened.
    pub fn seal(&self, place: &str, bytes: &[u8]) -> Result<String, VaultError> {
        let key = self.0.first().ok_or(VaultError::NoKey)?;
        let sealed = key.keys.hide(DOMAIN, place.as_bytes(), rand::random(), bytes);
        Ok(format!("{}.{}", key.name, BASE64_URL_SAFE_NO_PAD.encode(sealed)))
    }

    /// What was sealed for this place.
    pub fn open(&self, place: &str, sealed: &str) -> Result<Vec<u8>, VaultError> {
        let (name, sealed) = sealed.split_once('.').ok_or(VaultError::Damaged)?;
        let key = self.0.iter().find(|key| key.name == name).ok_or_else(|| VaultError::UnknownKey(name.to_owned()))?;
        let sealed = BASE64_URL_SAFE_NO_PAD.decode(sealed).map_err(|_not_ours| VaultError::Damaged)?;
        key.keys.reveal(DOMAIN, place.as_bytes(), &sealed).ok_or(VaultError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::{Vault, VaultError};
    use crate::Settings;
    use crate::testing::{Kind, place};

    const OLD: &str = "the-first-key-of-this-installation";
    const NEW: &str = "the-key-that-came-after-the-first-one";

    fn vault(keys: &str) -> Vault {
        Vault::read(keys).unwrap()
    }

    #[test]
    fn what_is_sealed_is_opened_where_it_lies_and_nowhere_else() {
        let vault = vault(NEW);
        let sealed = vault.seal("answer/kari/mat", b"ingen skalldyr").unwrap();
        assert!(!sealed.contains("skalldyr"));
        assert_eq!(vault.open("answer/kari/mat", &sealed).unwrap(), b"ingen skalldyr");
        assert_eq!(vault.open("answer/ola/mat", &sealed), Err(VaultError::Damaged));
        assert_ne!(vault.seal("answer/kari/mat", b"ingen skalldyr").unwrap(), sealed, "no two are alike");
        for wrong in ["", "x", &sealed[..sealed.len() - 1], &sealed.replace('.', "")] {
            assert_eq!(vault.open("answer/kari/mat", wrong), Err(VaultError::Damaged), "{wrong}");
        }
    }

    #[test]
    fn the_first_key_seals_and_all_of_them_open() {
        let before = vault(OLD);
        let sealed = before.seal("x", b"mat").unwrap();
        let both = vault(&format!("{NEW}\n{OLD}\n"));
        assert_eq!(both.open("x", &sealed).unwrap(), b"mat");
        assert_eq!((both.seals_with(), both.names().count()), (vault(NEW).seals_with(), 2));
        let again = both.seal("x", b"mat").unwrap();
        assert_eq!(vault(NEW).open("x", &again).unwrap(), b"mat");
        let unknown = VaultError::UnknownKey(before.seals_with().unwrap().to_owned());
        assert_eq!(vault(NEW).open("x", &sealed), Err(unknown));
        assert_eq!(Vault::default().seal("x", b"mat"), Err(VaultError::NoKey));
    }

    #[test]
    fn a_small_installation_makes_its_key_once_and_a_large_one_must_name_it() {
        let place = place(Kind::Sqlite);
        let small = Settings { answers_key: None, ..place.settings.clone() };
        let sealed = Vault::of(&small).unwrap().seal("x", b"mat").unwrap();
        assert_eq!(Vault::of(&small).unwrap().open("x", &sealed).unwrap(), b"mat");
        let file = small.data.join("answers_key");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(file.exists());
        let large = Settings { database: Some("postgres://x".to_owned()), ..small.clone() };
        assert_eq!(Vault::of(&large).unwrap().seals_with(), None);
        for (keys, word) in [("short", "32 characters"), (" ,\n", "empty")] {
            let wrong = Settings { answers_key: Some(keys.to_owned()), ..small.clone() };
            let error = format!("{:#}", Vault::of(&wrong).err().expect("it is refused"));
            assert!(error.contains(word), "{keys:?}: {error}");
        }
    }
}
