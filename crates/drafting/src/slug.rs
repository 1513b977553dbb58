//! What the address of an event calls it, made of its title.

use proto::event::EventKind;
use uuid::Uuid;

/// Of what is made of the title. With the ending it is well below what a slug can be.
const LONGEST: usize = 60;

/// The title in letters that addresses have, and an ending of the draft's own: events of other kinds are kept by other services,
/// and no two events have the same slug, of whatever kind.
pub(crate) fn slug(title: &str, kind: EventKind, draft: Uuid) -> String {
    let ending = draft.simple().to_string().split_off(24);
    let mut slug = String::new();
    for word in title.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
        let word: String = word.chars().filter_map(plain).collect();
        if word.is_empty() {
            continue;
        }
        if slug.len() + word.len() > LONGEST {
            break;
        }
        slug.push_str(&word);
        slug.push('-');
    }
    if slug.is_empty() {
        slug = format!("{}-", kind.path());
    }
    slug + &ending
}

fn plain(letter: char) -> Option<char> {
    match letter {
        'å' | 'ä' | 'æ' | 'à' | 'á' => Some('a'),
        'ø' | 'ö' | 'ó' | 'ò' | 'ô' => Some('o'),
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'ü' | 'ú' => Some('u'),
        'č' | 'ç' => Some('c'),
        'š' => Some('s'),
        'ž' => Some('z'),
        'đ' => Some('d'),
        'ŋ' | 'ñ' => Some('n'),
        'ŧ' => Some('t'),
        plain => plain.is_ascii_alphanumeric().then_some(plain),
    }
}

#[cfg(test)]
mod tests {
    use super::slug;
    use proto::event::EventKind;
    use uuid::Uuid;

    #[test]
    fn titles_become_addresses_that_no_other_event_has() {
        let id = Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        let cases = [
            ("Frå tomme lokale til liv i sentrum", "fra-tomme-lokale-til-liv-i-sentrum-89abcdef"),
            ("  <Ærleg> – «øl» & Čáhcesuolu!  ", "arleg-ol-cahcesuolu-89abcdef"),
            ("日本", "webinar-89abcdef"),
            ("", "webinar-89abcdef"),
        ];
        for (title, expected) in cases {
            assert_eq!(slug(title, EventKind::Webinar, id), expected, "{title}");
        }
        let long = slug(&"eit langt ord ".repeat(40), EventKind::Webinar, id);
        assert!(long.len() <= 80 && long.ends_with("-89abcdef") && !long.contains("--"), "{long}");
        assert_eq!(slug(&"a".repeat(200), EventKind::Webinar, id), "webinar-89abcdef");
    }
}
