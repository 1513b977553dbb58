//! A form is genuine when it carries a MAC of the visit's cookie: another site can send the cookie but not read it.

use crate::Keys;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

/// The cookie that ties a form to the browser it was shown in.
pub(crate) const COOKIE: &str = "mp_visit";
const DOMAIN: &str = "csrf";
const LENGTH: usize = 16;

/// What the cookie holds: 128 bits of chance.
pub(super) type VisitId = [u8; LENGTH];

pub(super) fn written(id: &VisitId) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(id)
}

pub(super) fn read(cookie: &str) -> Option<VisitId> {
    if cookie.len() > 32 {
        return None;
    }
    BASE64_URL_SAFE_NO_PAD.decode(cookie).ok()?.try_into().ok()
}

/// The token for a form. It is masked anew each time, so that compressed pages tell nothing about it.
pub(super) fn token(keys: &Keys, id: &VisitId, mask: [u8; LENGTH]) -> String {
    let mac = keys.sign(DOMAIN, id);
    let mut bytes = [0; LENGTH * 2];
    for n in 0..LENGTH {
        bytes[n] = mask[n];
        bytes[LENGTH + n] = mac[n] ^ mask[n];
    }
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

pub(super) fn genuine(keys: &Keys, id: &VisitId, token: &str) -> bool {
    if token.len() > 64 {
        return false;
    }
    let Ok(bytes) = BASE64_URL_SAFE_NO_PAD.decode(token) else { return false };
    let Ok(bytes) = <[u8; LENGTH * 2]>::try_from(bytes) else { return false };
    let mac = keys.sign(DOMAIN, id);
    // Differences are gathered, so that the time taken says nothing about where they are.
    (0..LENGTH).fold(0, |different, n| different | (bytes[n] ^ bytes[LENGTH + n] ^ mac[n])) == 0
}

#[cfg(test)]
mod tests {
    use super::{genuine, read, token, written};
    use crate::Keys;

    #[test]
    fn a_token_is_good_for_its_visit_only() {
        let keys = Keys::new(b"secret");
        let (mine, other) = ([1; 16], [2; 16]);
        let good = token(&keys, &mine, [7; 16]);
        assert!(genuine(&keys, &mine, &good) && genuine(&keys, &mine, &token(&keys, &mine, [8; 16])));
        assert!(!genuine(&keys, &other, &good));
        assert!(!genuine(&Keys::new(b"another"), &mine, &good));
        for wrong in ["", "x", &good[1..], &format!("{good}A"), &good.replace(&good[..1], "_"), &"A".repeat(9000)] {
            assert!(!genuine(&keys, &mine, wrong), "{wrong}");
        }
        assert_ne!(good, token(&keys, &mine, [8; 16]));
    }

    #[test]
    fn a_cookie_is_read_back_or_refused() {
        assert_eq!(read(&written(&[9; 16])), Some([9; 16]));
        for wrong in ["", "short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ø"] {
            assert_eq!(read(wrong), None);
        }
    }
}
