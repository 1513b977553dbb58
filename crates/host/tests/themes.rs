//! Every theme can be read by everybody, in light and in dark colours: contrast as WCAG 2.2 counts it.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]

use proto::organisation::Theme;
use std::collections::BTreeMap;

/// Text on what it stands on (1.4.3). Text on a surface that is being pressed is Designsystemet's own choice.
const TEXT: f64 = 4.5;
/// Borders and surfaces that tell what something is, against what is beside them (1.4.11).
const REST: f64 = 3.0;

type Colours = BTreeMap<String, [f64; 3]>;

/// The variables of the rules with a selector, each rule by itself.
fn rules(sheet: &str, selector: &str) -> Vec<Colours> {
    let beginning = format!("{selector}{{");
    let bodies = sheet.split(beginning.as_str()).skip(1).map(|rest| rest.split('}').next().unwrap());
    let colour = |line: &str| {
        let (name, value) = line.strip_prefix("--ds-color-")?.split_once(":#")?;
        let value: String = match value.len() {
            3 => value.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => value.to_owned(),
        };
        let part = |at: usize| f64::from(u8::from_str_radix(&value[at..at + 2], 16).unwrap()) / 255.0;
        Some((name.to_owned(), [part(0), part(2), part(4)]))
    };
    bodies.map(|body| body.split(';').filter_map(colour).collect()).collect()
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] =
        colour.map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.212_6 * red + 0.715_2 * green + 0.072_2 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    if one > other { one / other } else { other / one }
}

/// The colours that a page of an organisation wears, in light and in dark.
fn worn(sheet: &str, theme: Theme) -> [Colours; 2] {
    let usual =
        [":root,[data-color-scheme=light]", "[data-color-scheme=dark]"].map(|rule| rules(sheet, rule).remove(0));
    let own = rules(sheet, &format!("[data-theme={}]", theme.word()));
    assert_eq!(own.len(), 2, "{theme:?} in light and in dark");
    let mut own = own.into_iter();
    usual.map(|usual| usual.into_iter().chain(own.next().unwrap_or_default()).collect())
}

fn sheet() -> String {
    let (_, content) = host::statics::files().find(|(name, _)| *name == "theme.css").unwrap();
    String::from_utf8(content.to_vec()).unwrap()
}

#[test]
fn text_and_all_that_tells_something_stands_out_in_every_theme() {
    let sheet = sheet();
    for theme in Theme::ALL {
        for (scheme, colours) in ["light", "dark"].into_iter().zip(worn(&sheet, theme)) {
            let check = |one: String, other: String, least: f64| {
                let found = contrast(colours[&one], colours[&other]);
                assert!(found >= least, "{theme:?} in {scheme}: {one} on {other} is {found:.2}");
            };
            for ground in ["background-default", "background-tinted", "surface-default", "surface-tinted"] {
                for text in ["accent-text-default", "accent-text-subtle", "neutral-text-default"] {
                    check(text.to_owned(), format!("accent-{ground}"), TEXT);
                    check(text.to_owned(), format!("neutral-{ground}"), TEXT);
                }
                for shape in ["border-default", "border-strong", "base-default"] {
                    check(format!("accent-{shape}"), format!("accent-{ground}"), REST);
                    check(format!("accent-{shape}"), format!("neutral-{ground}"), REST);
                }
            }
            for ground in ["surface-hover", "surface-active"] {
                check("accent-text-default".to_owned(), format!("accent-{ground}"), TEXT);
            }
            for base in ["base-default", "base-hover", "base-active"] {
                check("accent-base-contrast-default".to_owned(), format!("accent-{base}"), TEXT);
                check(format!("accent-{base}"), "neutral-background-default".to_owned(), REST);
            }
            check("accent-base-contrast-subtle".to_owned(), "accent-base-default".to_owned(), TEXT);
        }
    }
}

#[test]
fn themes_are_told_apart_and_dark_ones_are_for_screens() {
    let sheet = sheet();
    let mut bases: Vec<String> =
        Theme::ALL.map(|theme| format!("{:?}", worn(&sheet, theme)[0]["accent-base-default"])).into();
    bases.sort();
    bases.dedup();
    assert_eq!(bases.len(), Theme::ALL.len());
    assert!(!sheet.contains("@media (prefers-color-scheme:dark)"));
}
