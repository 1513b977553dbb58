//! Names of folders with letters beyond ASCII, as IMAP has them (RFC 3501 5.1.3).

use base64::Engine;
use base64::alphabet::IMAP_MUTF7;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};

const ENGINE: GeneralPurpose = GeneralPurpose::new(&IMAP_MUTF7, GeneralPurposeConfig::new().with_encode_padding(false));

/// The name as it goes over the wire.
pub(super) fn encoded(name: &str) -> String {
    let (mut wire, mut beyond) = (String::with_capacity(name.len()), Vec::new());
    for c in name.chars() {
        if matches!(c, ' '..='~') {
            end(&mut wire, &mut beyond);
            wire.push(c);
            if c == '&' {
                wire.push('-');
            }
        } else {
            let mut units = [0; 2];
            beyond.extend(c.encode_utf16(&mut units).iter().flat_map(|unit| unit.to_be_bytes()));
        }
    }
    end(&mut wire, &mut beyond);
    wire
}

/// Writes what is beyond ASCII.
fn end(wire: &mut String, beyond: &mut Vec<u8>) {
    if !beyond.is_empty() {
        wire.push('&');
        ENGINE.encode_string(&beyond, wire);
        wire.push('-');
        beyond.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn names_are_written_as_the_standard_has_them() {
        for (name, wire) in [
            ("INBOX", "INBOX"),
            ("Møteplass", "M&APg-teplass"),
            ("A & B", "A &- B"),
            ("Svar/Påmelding", "Svar/P&AOU-melding"),
            // The examples of RFC 3501.
            ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"),
            ("☺!", "&Jjo-!"),
        ] {
            assert_eq!(encoded(name), wire);
        }
    }
}
