//! What a delivery is: a message, something to be set aside, or nothing that can be kept.

use crate::Failure;
use crate::doing::unreadable;
use crate::store::inbox;
use proto::Envelope;
use proto::envelope::LARGEST;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reading {
    /// Goes into the inbox, waiting or set aside.
    Keep(inbox::New),
    /// Goes to the parking queue as it is, and why.
    Park(&'static str),
}

/// Reads a delivery. `message_id` and `kind` are the properties that came with it.
pub(super) fn read(body: &[u8], message_id: Option<&str>, kind: Option<&str>) -> Reading {
    if body.len() > LARGEST {
        return Reading::Park("too large");
    }
    let Ok(text) = std::str::from_utf8(body) else {
        return Reading::Park("not UTF-8");
    };
    let error = match serde_json::from_str::<Envelope>(text) {
        Ok(envelope) if is_name(&envelope.name) => {
            let (id, name, envelope) = (envelope.id.0, envelope.name, text.to_owned());
            return Reading::Keep(inbox::New { id, name, envelope, trouble: None });
        }
        Ok(_) => Failure::SetAside("the message's name is not one".to_owned()),
        Err(error) => unreadable(&error),
    };
    let loose: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let word = |key: &str| loose.get(key).and_then(serde_json::Value::as_str);
    let id = word("id").and_then(uuid).or_else(|| message_id.and_then(uuid));
    match id {
        // The database would refuse this character.
        Some(_) if text.contains('\0') => Reading::Park("not text"),
        Some(id) => {
            let name = word("type").filter(|name| is_name(name)).or(kind.filter(|name| is_name(name)));
            let name = name.unwrap_or("unknown").to_owned();
            Reading::Keep(inbox::New { id, name, envelope: text.to_owned(), trouble: Some(error.reason().to_owned()) })
        }
        None => Reading::Park("no id"),
    }
}

fn uuid(text: &str) -> Option<Uuid> {
    text.parse().ok()
}

/// Names that both databases keep and a log line shows without harm.
fn is_name(name: &str) -> bool {
    (1..=200).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::{Reading, read};
    use proptest::prelude::*;
    use serde_json::json;

    const ID: &str = "019bab4e-7000-7000-8000-000000000001";

    fn whole() -> serde_json::Value {
        json!({
            "specversion": "1.0", "id": ID, "source": "/moteplass/test", "type": "signup.changed.v1",
            "subject": "x", "time": "2027-01-11T09:00:00Z", "datacontenttype": "application/json", "data": {},
        })
    }

    fn trouble(reading: Reading) -> Option<String> {
        match reading {
            Reading::Keep(new) => new.trouble,
            Reading::Park(why) => panic!("parked: {why}"),
        }
    }

    #[test]
    fn an_envelope_is_kept_as_it_came_and_may_say_more_than_we_know() {
        let mut envelope = whole();
        envelope["tenant"] = json!("of a later release");
        let text = format!("  {envelope}\n");
        let Reading::Keep(new) = read(text.as_bytes(), None, None) else { panic!("parked") };
        assert_eq!((new.id.to_string().as_str(), new.name.as_str()), (ID, "signup.changed.v1"));
        assert_eq!((new.envelope, new.trouble), (text, None));
    }

    #[test]
    fn what_does_not_fit_but_has_an_id_is_set_aside_with_its_reason() {
        let mut without_time = whole();
        without_time.as_object_mut().unwrap().remove("time");
        assert!(trouble(read(without_time.to_string().as_bytes(), None, None)).unwrap().contains("does not fit"));
        assert!(trouble(read(b"{not json", Some(ID), Some("signup.changed.v1"))).unwrap().contains("Syntax"));
        assert!(trouble(read(b"[]", Some(ID), None)).is_some());
        let mut strange = whole();
        strange["type"] = json!("a\u{0}b");
        assert!(trouble(read(strange.to_string().as_bytes(), None, None)).is_some());
    }

    #[test]
    fn what_cannot_even_be_kept_is_parked() {
        for (body, id) in [
            (&b"\xff\xfe\xfd"[..], Some(ID)),
            (b"hello", None),
            (b"{\"id\": 17}", None),
            (b"{}", Some("not an id")),
            (b"nul \0", Some(ID)),
        ] {
            assert!(matches!(read(body, id, None), Reading::Park(_)), "{body:?}");
        }
        assert_eq!(read(&vec![b' '; 10 << 20], Some(ID), None), Reading::Park("too large"));
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_keeps_only_what_databases_take(body in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Reading::Keep(new) = read(&body, Some(ID), Some("a\0b")) {
                prop_assert!(!new.name.contains('\0') && !new.envelope.contains('\0'));
            }
        }
    }
}
