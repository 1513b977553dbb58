//! What somebody's calendar holds who has nothing but their letters.

use crate::Received;
use std::collections::BTreeMap;

/// The entries, each with its start. Letters may come late: a calendar keeps what has the highest number.
pub(super) fn of<'a>(letters: impl IntoIterator<Item = &'a Received>) -> Result<Vec<String>, String> {
    let mut entries: BTreeMap<String, (u32, Vec<u8>, Option<String>)> = BTreeMap::new();
    for letter in letters {
        let Some(method) = letter.method() else { continue };
        let uid = letter.property("UID").ok_or("an entry without a UID")?;
        let sequence = letter.property("SEQUENCE").ok_or("an entry without a SEQUENCE")?;
        let sequence: u32 = sequence.parse().map_err(|error| format!("SEQUENCE {sequence}: {error}"))?;
        let start = match method.as_str() {
            "REQUEST" => Some(letter.property("DTSTART").ok_or("an entry without a start")?),
            "CANCEL" => None,
            other => return Err(format!("a letter with {other}")),
        };
        match entries.get(&uid) {
            Some((held, bytes, _)) if *held == sequence && *bytes != letter.bytes => {
                return Err(format!("two letters with number {sequence} of one entry"));
            }
            Some((held, ..)) if *held >= sequence => {}
            _ => {
                entries.insert(uid, (sequence, letter.bytes.clone(), start));
            }
        }
    }
    Ok(entries.into_values().filter_map(|(_, _, start)| start).collect())
}
