//! What our own mail server has found out about a sender (Authentication-Results, RFC 8601).

use super::address;

/// For which domain the receiving mail server vouches: letters that say they come from there do (DMARC).
///
/// `fields` are the values of all Authentication-Results in the letter. Only those of `ours` are believed; the border
/// server has to take out what others wrote under its name. When its own disagree, nobody is vouched for.
pub(crate) fn vouched<'a>(fields: impl IntoIterator<Item = &'a str>, ours: Option<&str>) -> Option<String> {
    let ours = ours?;
    let mut vouched: Option<String> = None;
    for field in fields {
        let field = without_comments(field);
        let mut parts = split(&field, ';').into_iter();
        let id = parts.next().unwrap_or_default();
        let id = id.split_whitespace().next().unwrap_or_default().trim_matches('"');
        if !id.eq_ignore_ascii_case(ours) {
            continue;
        }
        for part in parts {
            let words = words(&part);
            let Some(("dmarc", result)) = words.first().map(|(name, value)| (name.as_str(), value)) else { continue };
            let from = words.iter().find(|(name, _)| name == "header.from").map(|(_, value)| domain(value));
            match from.filter(|from| result.eq_ignore_ascii_case("pass") && !from.is_empty()) {
                Some(from) if vouched.as_ref().is_none_or(|known| *known == from) => vouched = Some(from),
                _ => return None,
            }
        }
    }
    vouched
}

/// Some servers write the whole address.
fn domain(value: &str) -> String {
    address::domain(value.rsplit('@').next().unwrap_or_default())
}

/// Comments nest, and end the same whatever stands in quotes inside them. What is in quotes outside is no comment.
fn without_comments(field: &str) -> String {
    let (mut plain, mut depth, mut quoted, mut escaped) = (String::with_capacity(field.len()), 0_usize, false, false);
    for c in field.chars() {
        let literal = std::mem::take(&mut escaped);
        match c {
            '\\' if !literal && (quoted || depth > 0) => {
                escaped = true;
                if depth == 0 {
                    plain.push(c);
                }
                continue;
            }
            '"' if !literal && depth == 0 => quoted = !quoted,
            '(' if !literal && !quoted => {
                depth += 1;
                continue;
            }
            ')' if !literal && !quoted && depth > 0 => {
                depth -= 1;
                plain.push(' ');
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            plain.push(if c.is_whitespace() { ' ' } else { c });
        }
    }
    plain
}

/// The parts between separators that are not in quotes.
fn split(text: &str, separator: char) -> Vec<String> {
    let (mut parts, mut part, mut quoted, mut escaped) = (Vec::new(), String::new(), false, false);
    for c in text.chars() {
        let literal = std::mem::take(&mut escaped);
        match c {
            '\\' if quoted && !literal => escaped = true,
            '"' if !literal => quoted = !quoted,
            c if c == separator && !quoted => {
                parts.push(std::mem::take(&mut part));
                continue;
            }
            _ => {}
        }
        part.push(c);
    }
    parts.push(part);
    parts
}

/// `name=value` pairs, names in small letters, values without their quotes.
fn words(part: &str) -> Vec<(String, String)> {
    let mut tight = part.to_owned();
    for (loose, close) in [(" =", "="), ("= ", "=")] {
        while tight.contains(loose) {
            tight = tight.replace(loose, close);
        }
    }
    let words = split(&tight, ' ').into_iter().filter(|word| !word.is_empty());
    words
        .filter_map(|word| {
            let (name, value) = word.split_once('=')?;
            // A method may be followed by its version.
            let name = name.split('/').next().unwrap_or_default();
            Some((name.to_lowercase(), value.trim_matches('"').to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(field: &str) -> Option<String> {
        vouched([field], Some("mx.etat.no"))
    }

    #[test]
    fn our_own_servers_word_is_believed_however_it_is_written() {
        for field in [
            "mx.etat.no; dmarc=pass header.from=kommune.no",
            " MX.etat.no 1;\r\n\tspf=pass smtp.mailfrom=kommune.no;\r\n\tdkim=pass header.d=kommune.no;\r\n\tdmarc=pass (p=none dis=none) header.from=Kommune.NO",
            "\"mx.etat.no\" (our border); dmarc = pass (policy=\\) reject; nested (deep)) header.from = kommune.no",
            "mx.etat.no; dmarc/1=PASS reason=\"ok; dmarc=fail\" header.from=\"kommune.no\"",
            "mx.etat.no; dmarc=pass action=none header.from=kari@kommune.no;compauth=pass reason=100",
        ] {
            assert_eq!(one(field).as_deref(), Some("kommune.no"), "{field}");
        }
    }

    #[test]
    fn nothing_else_is() {
        for field in [
            "",
            ";",
            "mx.etat.no",
            "mx.etat.no; none",
            "mx.etat.no; spf=pass smtp.mailfrom=kommune.no",
            "mx.etat.no; dkim=pass header.d=kommune.no header.from=kommune.no",
            "mx.etat.no; dmarc=fail header.from=kommune.no",
            "mx.etat.no; dmarc=none header.from=kommune.no",
            "mx.etat.no; dmarc=bestguesspass header.from=kommune.no",
            "mx.etat.no; dmarc=pass",
            "mx.etat.no; dmarc=pass (header.from=kommune.no)",
            "mx.etat.no; (dmarc=pass header.from=kommune.no)",
            "mx.etat.no; spf=fail reason=\"; dmarc=pass header.from=kommune.no\"",
            "mx.etat.no.evil.example; dmarc=pass header.from=kommune.no",
            "evil.example; mx.etat.no; dmarc=pass header.from=kommune.no",
            "evil.example (mx.etat.no); dmarc=pass header.from=kommune.no",
            "mx.etat.no; dmarc=pass header.from=kommune.no; dmarc=fail header.from=kommune.no",
        ] {
            assert_eq!(one(field), None, "{field}");
        }
        assert_eq!(vouched(["mx.etat.no; dmarc=pass header.from=kommune.no"], None), None);
    }

    #[test]
    fn several_fields_must_agree() {
        let pass = "mx.etat.no; dmarc=pass header.from=kommune.no";
        let spf = "mx.etat.no; spf=softfail smtp.mailfrom=kommune.no";
        let other = "elsewhere.example; dmarc=fail header.from=kommune.no";
        assert_eq!(vouched([spf, pass, other], Some("mx.etat.no")).as_deref(), Some("kommune.no"));
        for doubt in
            ["mx.etat.no; dmarc=fail header.from=kommune.no", "mx.etat.no; dmarc=pass header.from=evil.example"]
        {
            assert_eq!(vouched([pass, doubt], Some("mx.etat.no")), None);
            assert_eq!(vouched([doubt, pass], Some("mx.etat.no")), None);
        }
    }

    proptest! {
        #[test]
        fn no_field_of_somebody_else_vouches(field in "[a-z.;=()\"\\\\ ]{0,60}") {
            // None of these characters can write our server's name.
            prop_assert_eq!(vouched([field.as_str()], Some("MX-1")), None);
        }
    }
}
