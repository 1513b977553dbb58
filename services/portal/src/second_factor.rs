//! Decides who needs a second proof besides the link by e-mail, and whether what they type is one.

use chrono::{DateTime, TimeDelta, Utc};
use host::Keys;
use proto::AccountId;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;
use totp_rs::{Builder, Secret, Totp};

/// How many wrong codes are taken within [`PAUSE`]; after them no code is, right or wrong.
pub const MOST_WRONG: i32 = 5;
/// After that long the count begins anew.
pub const PAUSE: TimeDelta = TimeDelta::hours(1);
/// How long one may take between the link and the code.
pub const STEP_LASTS: TimeDelta = TimeDelta::minutes(15);
/// How many codes on paper there are.
pub const RECOVERY_CODES: usize = 10;
/// Bytes of a secret: as many as come out of SHA-1 (RFC 4226 4).
pub const SECRET: usize = 20;

/// What stands between a link and being signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Through,
    /// A code of the app.
    Code,
    /// An app has to be set up first.
    SetUp,
}

/// Whether a session has shown a second proof, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    No,
    /// To us: something of the account's own.
    Here,
    /// To the provider that the person came from, and it says so.
    Elsewhere,
}

/// Decides what is still needed: `has` says whether the account has something to show, `passed` what this session has shown.
pub const fn step(has: bool, required: bool, passed: Passed) -> Step {
    match (has, required, passed) {
        (_, _, Passed::Elsewhere) => Step::Through,
        (true, _, Passed::No) => Step::Code,
        (false, true, _) => Step::SetUp,
        _ => Step::Through,
    }
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Of the app: six digits.
    Code(String),
    /// From paper.
    Recovery(String),
    Neither,
}

/// Reads what was typed. Spaces and hyphens are how people keep groups apart.
pub fn typed(text: &str) -> Typed {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').take(64).collect();
    let plain = plain.to_ascii_uppercase();
    if plain.len() == 6 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Typed::Code(plain);
    }
    let base32 = |byte: u8| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(&byte);
    if plain.len() == 16 && plain.bytes().all(base32) {
        return Typed::Recovery(plain);
    }
    Typed::Neither
}

/// What a code is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// It is the one of this step of thirty seconds.
    Good {
        step: i64,
    },
    Wrong,
    /// Too many wrong ones; none is looked at until then.
    Paused {
        until: DateTime<Utc>,
    },
}

/// What is known of an account's app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The newest step whose code was used.
    pub last_step: i64,
    pub wrong: i32,
    pub wrong_since: Option<DateTime<Utc>>,
}

/// Decides about a code of the app. One step to either side is good as well, for clocks that are not right; the code of a
/// step that was used is not, nor is an earlier one.
pub fn code(secret: &[u8], known: Known, code: &str, now: DateTime<Utc>) -> Code {
    let until = known.wrong_since.map(|since| since + PAUSE);
    if let Some(until) = until.filter(|until| known.wrong >= MOST_WRONG && now < *until) {
        return Code::Paused { until };
    }
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = totp(secret, "").and_then(|totp| totp.check(code, seconds)).and_then(|step| i64::try_from(step).ok());
    match step {
        Some(step) if step > known.last_step => Code::Good { step },
        _ => Code::Wrong,
    }
}

/// How many wrong ones there are after one more, and since when.
pub fn one_more_wrong(known: Known, now: DateTime<Utc>) -> (i32, DateTime<Utc>) {
    match known.wrong_since {
        Some(since) if now < since + PAUSE => (known.wrong + 1, since),
        _ => (1, now),
    }
}

fn totp(secret: &[u8], account: &str) -> Option<Totp> {
    let secret = Secret::new(secret.into());
    Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some("Møteplass")).build().ok()
}

/// The secret as one types it into an app, in groups of four.
pub fn written(secret: &[u8]) -> String {
    grouped(&Secret::new(secret.into()).to_base32())
}

fn grouped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    for (n, c) in text.chars().enumerate() {
        if n > 0 && n % 4 == 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// The address that apps read from a picture; nothing for a secret that is none.
pub fn address(secret: &[u8], email: &str) -> Option<String> {
    // A colon would part the name from the issuer.
    totp(secret, &email.replace(':', "_"))?.to_url().ok()
}

/// A QR code as the path of an SVG, one unit for each module, and how many there are in a row with the quiet zone around.
pub fn picture(address: &str) -> Option<(String, i32)> {
    const QUIET: i32 = 4;
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET).ok()?;
        }
    }
    Some((path, code.size() + 2 * QUIET))
}

/// Codes on paper, made of random bytes, as they are shown.
pub fn recovery_codes(random: [[u8; 10]; RECOVERY_CODES]) -> Vec<String> {
    random.iter().map(|bytes| grouped(&Secret::new(bytes.as_slice().into()).to_base32())).collect()
}

/// By what a code on paper is known again. Whoever has the database has no code: each is one of 2 to the 80, and the MAC has
/// a key that lies elsewhere.
pub fn recovery_mac(keys: &Keys, account: AccountId, code: &str) -> String {
    let plain: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let mac = keys.sign("portal/recovery", &[account.0.as_bytes().as_slice(), plain.as_bytes()].concat());
    mac.iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Hides the secret of an account.
pub fn hide(keys: &Keys, account: AccountId, secret: &[u8], nonce: [u8; 12]) -> Vec<u8> {
    keys.hide("portal/second-factor", account.0.as_bytes(), nonce, secret)
}

/// The secret of an account, if it is one.
pub fn reveal(keys: &Keys, account: AccountId, hidden: &[u8]) -> Option<Vec<u8>> {
    keys.reveal("portal/second-factor", account.0.as_bytes(), hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RFC: &[u8; 20] = b"12345678901234567890";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn fresh() -> Known {
        Known { last_step: 0, wrong: 0, wrong_since: None }
    }

    /// RFC 6238, appendix B, the last six digits of the SHA-1 column.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, digits) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(code(RFC, fresh(), digits, at(seconds)), Code::Good { step: seconds / 30 }, "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_for_its_step_and_those_beside_it_and_once() {
        let good = Code::Good { step: 1 };
        for (seconds, expected) in [(0, good), (30, good), (89, good), (90, Code::Wrong), (3_000, Code::Wrong)] {
            assert_eq!(code(RFC, fresh(), "287082", at(seconds)), expected, "{seconds}");
        }
        assert_eq!(code(RFC, Known { last_step: 1, ..fresh() }, "287082", at(59)), Code::Wrong, "used");
        assert_eq!(code(RFC, Known { last_step: 2, ..fresh() }, "287082", at(59)), Code::Wrong, "older than one used");
        assert_eq!(code(b"another secret of 20", fresh(), "287082", at(59)), Code::Wrong);
        assert_eq!(code(b"", fresh(), "287082", at(59)), Code::Wrong);
    }

    #[test]
    fn after_too_many_wrong_ones_the_right_one_is_not_taken_either_for_a_while() {
        let (mut known, begun) = (fresh(), at(0));
        for n in 1..=MOST_WRONG {
            assert_eq!(code(RFC, known, "000000", begun), Code::Wrong, "{n}");
            let (wrong, since) = one_more_wrong(known, begun);
            known = Known { wrong, wrong_since: Some(since), ..known };
        }
        assert_eq!(code(RFC, known, "287082", at(59)), Code::Paused { until: begun + PAUSE });
        let after = begun + PAUSE;
        assert_eq!(one_more_wrong(known, after), (1, after));
        assert!(matches!(code(RFC, known, "000000", after), Code::Wrong));
    }

    #[test]
    fn what_is_typed_is_read_as_people_write_it() {
        assert_eq!(typed(" 123 456\n"), Typed::Code("123456".to_owned()));
        assert_eq!(typed("abcd-efgh 2345 ijkl"), Typed::Recovery("ABCDEFGH2345IJKL".to_owned()));
        for neither in ["", "12345", "1234567", "１２３４５６", "abcd efgh 1890 ijkl", &"9".repeat(10_000)] {
            assert_eq!(typed(neither), Typed::Neither, "{neither}");
        }
    }

    #[test]
    fn whoever_has_an_app_or_needs_one_does_not_come_in_by_the_link_alone() {
        assert_eq!(step(false, false, Passed::No), Step::Through);
        assert_eq!(step(true, false, Passed::No), Step::Code);
        assert_eq!(step(true, true, Passed::No), Step::Code);
        assert_eq!(step(true, true, Passed::Here), Step::Through);
        assert_eq!(step(false, true, Passed::No), Step::SetUp);
        assert_eq!(step(false, true, Passed::Here), Step::SetUp, "it was taken away meanwhile");
        for (has, required) in [(false, false), (false, true), (true, false), (true, true)] {
            assert_eq!(step(has, required, Passed::Elsewhere), Step::Through, "the provider has asked for it");
        }
    }

    #[test]
    fn the_picture_and_the_text_say_the_same() {
        let address = address(RFC, "kari:x@kommune.example").unwrap();
        assert!(address.starts_with("otpauth://totp/M%C3%B8teplass:kari_x"), "{address}");
        assert!(address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        assert_eq!(written(RFC), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let (path, size) = picture(&address).unwrap();
        assert!(path.starts_with("M4 4h1v1h-1z") && size > 30, "{size}");
    }

    #[test]
    fn codes_on_paper_are_known_again_by_whom_they_belong_to() {
        let mut random = [[0; 10]; RECOVERY_CODES];
        random[1] = [7; 10];
        let codes = recovery_codes(random);
        assert_eq!((codes.len(), codes[0].as_str()), (10, "AAAA AAAA AAAA AAAA"));
        let keys = Keys::new(b"secret");
        let (kari, ola) = (AccountId(uuid::Uuid::from_u128(1)), AccountId(uuid::Uuid::from_u128(2)));
        let mac = recovery_mac(&keys, kari, &codes[1]);
        assert_eq!(Typed::Recovery(codes[1].replace(' ', "")), typed(&codes[1].to_lowercase()));
        assert_eq!(mac, recovery_mac(&keys, kari, &codes[1].replace(' ', "")));
        assert_ne!(mac, recovery_mac(&keys, ola, &codes[1]));
        assert_ne!(mac, recovery_mac(&Keys::new(b"another"), kari, &codes[1]));
    }
}
