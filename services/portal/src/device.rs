//! Decides by which two words somebody knows one of their own browsers again.

/// In the order in which they are looked for: most browsers also say that they are some of the others.
const BROWSERS: [(&str, &str); 10] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The browser and what it runs on, as their makers call them, from what a browser says of itself; nothing where it is none
/// of those. Versions are left out: nobody knows a browser by them, and they would tell more about people than is needed.
pub fn device(user_agent: &str) -> Option<String> {
    let said = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = said(&BROWSERS).or_else(|| user_agent.contains("Safari/").then_some("Safari"));
    match (browser, said(&SYSTEMS)) {
        (Some(browser), Some(system)) => Some(format!("{browser}, {system}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::device;

    #[track_caller]
    fn check(user_agent: &str, expected: Option<&str>) {
        assert_eq!(device(user_agent).as_deref(), expected);
    }

    #[test]
    fn browsers_are_told_apart_although_they_call_themselves_each_other() {
        check("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", Some("Firefox, Linux"));
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        check(chrome, Some("Chrome, Windows"));
        check(&format!("{chrome} Edg/140.0"), Some("Edge, Windows"));
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        check(safari, Some("Safari, iPhone"));
        check(
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
            Some("Chrome, Android"),
        );
        for nothing in ["", "curl/8.0", "<script>alert(1)</script>"] {
            check(nothing, None);
        }
    }
}
