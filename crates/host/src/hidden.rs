//! What has to be read again, and is worth nothing to whoever only has a copy of the database.

use crate::Keys;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

impl Keys {
    /// Encrypts bytes with a key that only this domain has. `about` says whose they are: moved to another row they cannot be
    /// read. `nonce` is random, another each time.
    pub fn hide(&self, domain: &str, about: &[u8], nonce: [u8; NONCE_LEN], bytes: &[u8]) -> Vec<u8> {
        let mut sealed = bytes.to_vec();
        let done = self.cipher(domain).and_then(|key| {
            let nonce = Nonce::assume_unique_for_key(nonce);
            key.seal_in_place_append_tag(nonce, Aad::from(about), &mut sealed).ok()
        });
        match done {
            Some(()) => [nonce.as_slice(), &sealed].concat(),
            // Only bytes beyond 256 GB cannot be sealed; nothing is what nobody can read.
            None => Vec::new(),
        }
    }

    /// What was hidden, if it was with these keys, in this domain and about the same.
    pub fn reveal(&self, domain: &str, about: &[u8], hidden: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = hidden.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut sealed = sealed.to_vec();
        let bytes = self.cipher(domain)?.open_in_place(nonce, Aad::from(about), &mut sealed).ok()?;
        Some(bytes.to_vec())
    }

    fn cipher(&self, domain: &str) -> Option<LessSafeKey> {
        let key = self.sign("hidden", domain.as_bytes());
        UnboundKey::new(&CHACHA20_POLY1305, &key).ok().map(LessSafeKey::new)
    }
}

#[cfg(test)]
mod tests {
    use crate::Keys;

    #[test]
    fn what_is_hidden_is_read_again_with_the_same_keys_where_it_belongs() {
        let keys = Keys::new(b"secret");
        let hidden = keys.hide("factor", b"kari", [7; 12], b"twenty bytes of it..");
        assert_eq!(keys.reveal("factor", b"kari", &hidden).as_deref(), Some(b"twenty bytes of it..".as_slice()));
        assert_eq!(keys.reveal("factor", b"ola", &hidden), None);
        assert_eq!(keys.reveal("other", b"kari", &hidden), None);
        assert_eq!(Keys::new(b"another").reveal("factor", b"kari", &hidden), None);
        assert!(!hidden.windows(6).any(|part| part == b"twenty"));
        assert_ne!(hidden[12..], keys.hide("factor", b"kari", [8; 12], b"twenty bytes of it..")[12..]);
        for place in 0..hidden.len() {
            let mut changed = hidden.clone();
            changed[place] ^= 1;
            assert_eq!(keys.reveal("factor", b"kari", &changed), None, "place {place}");
        }
        assert_eq!(keys.reveal("factor", b"kari", b""), None);
        assert_eq!(keys.reveal("factor", b"kari", &hidden[..20]), None);
    }
}
