//! The picture that is shown where the page is shared: title, dates and place on the colours of the house.

use super::memory::Known;
use super::rendered::Rendered;
use crate::pages::Site;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use host::{Error, Visit};
use proto::Language;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

/// What all who show such pictures ask for.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
const MARGIN: f32 = 80.0;
/// Where the darker part with dates and place begins.
const FOOT: u32 = 410;

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    // The language stands in the address: those who fetch it send no cookies and ask for no language.
    let language: Language = file.strip_suffix(".png").and_then(|code| code.parse().ok()).ok_or(Error::NotFound)?;
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let picture = known.facts.pictures[language as usize].get_or_try_init(|| drawn(&site, &known, language)).await?;
    let mut response = picture.answer(&headers);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    headers.remove(header::VARY);
    Ok(response)
}

async fn drawn(site: &Site, known: &Known, language: Language) -> Result<Rendered, Error> {
    let (event, text) = (&known.facts.event, &site.host.text);
    let organisers: Vec<&str> = known.facts.organisers.iter().map(|one| one.name.get(language)).collect();
    let words = Words {
        title: event.title.get(language).to_owned(),
        when: text.dates(language, event.starts_at, event.ends_at, event.timezone),
        place: match &event.venue {
            Some(venue) => venue.get(language).to_owned(),
            None => text.word(language, "conference-public-online", &[]),
        },
        organisers: organisers.join(" · "),
        cancelled: known.facts.cancelled.then(|| text.word(language, "conference-public-cancelled-short", &[])),
    };
    let changed_at = known.facts.changed_at;
    // Some tenths of a second, so not where others are answered.
    let png =
        tokio::task::spawn_blocking(move || draw(&words)).await.map_err(|error| Error::Internal(error.into()))??;
    Ok(Rendered::new("image/png", Bytes::from(png), Some(changed_at)))
}

struct Words {
    title: String,
    when: String,
    place: String,
    organisers: String,
    cancelled: Option<String>,
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in host::statics::TYPEFACE {
        fonts.load_font_data(font.to_vec());
    }
    Arc::new(fonts)
});

fn draw(words: &Words) -> anyhow::Result<Vec<u8>> {
    let options = Options { fontdb: FONTS.clone(), font_family: "Inter".to_owned(), ..Options::default() };
    let tree = Tree::from_str(&svg(words), &options)?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or_else(|| anyhow::anyhow!("no room for a picture"))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}

/// White on the blue of the icon.
fn svg(words: &Words) -> String {
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="Inter" fill="#fff">
<rect width="{WIDTH}" height="{HEIGHT}" fill="#0062ba"/><rect y="{FOOT}" width="{WIDTH}" height="{HEIGHT}" fill="#004a8f"/>"##
    );
    let room = WIDTH as f32 - 2.0 * MARGIN;
    let (size, lines) = fitted(&words.title, room);
    let mut y = 64.0 + size;
    if let Some(cancelled) = &words.cancelled {
        line(&mut svg, 70.0, 36.0, "600", "#ffd66b", cancelled);
        y += 24.0;
    }
    for title in &lines {
        line(&mut svg, y, size, "600", "#fff", title);
        y += size * 1.2;
    }
    line(&mut svg, 478.0, 38.0, "600", "#fff", &cut(&words.when, 38.0, room));
    line(&mut svg, 530.0, 34.0, "400", "#fff", &cut(&words.place, 34.0, room));
    line(&mut svg, 590.0, 28.0, "400", "#cfe4fa", &cut(&words.organisers, 28.0, room));
    svg.push_str("</svg>");
    svg
}

fn line(svg: &mut String, y: f32, size: f32, weight: &str, colour: &str, text: &str) {
    let text = escaped(text);
    let _ = write!(
        svg,
        r#"<text x="{MARGIN}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">{text}</text>"#
    );
}

/// Text within an element; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let allowed = |letter: &char| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    let text: String = text.chars().filter(allowed).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The largest letters in which a title has room on its lines, and the lines. What is too long for the smallest is cut.
fn fitted(title: &str, room: f32) -> (f32, Vec<String>) {
    for (size, most) in [(88.0, 3), (74.0, 3), (60.0, 4), (48.0, 5)] {
        let lines = lines(title, size, room);
        if lines.len() <= most && lines.iter().all(|line| width(line, size) <= room) {
            return (size, lines);
        }
    }
    let size = 48.0;
    let mut lines = lines(title, size, room);
    let more = lines.len() > 5;
    lines.truncate(5);
    if let Some(last) = lines.last_mut().filter(|_| more) {
        last.push_str(" …");
    }
    (size, lines.iter().map(|line| cut(line, size, room)).collect())
}

fn lines(text: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// As much of a line as there is room for.
fn cut(text: &str, size: f32, room: f32) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    for letter in text.chars() {
        if width(&cut, size) + width("m…", size) > room {
            break;
        }
        cut.push(letter);
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// How wide a text is, a little more than it is: SVG breaks no lines and measures nothing.
fn width(text: &str, size: f32) -> f32 {
    let of = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.32,
        'f' | 'r' | 't' | '-' | '(' | ')' | '/' => 0.42,
        'm' | 'M' | 'w' | 'W' | '@' | '%' | '—' | '…' | 'æ' | 'Æ' | 'œ' => 0.98,
        letter if letter.is_lowercase() || letter.is_ascii_digit() => 0.64,
        letter if letter.is_ascii() || letter.is_uppercase() => 0.78,
        _ => 1.0,
    };
    text.chars().map(of).sum::<f32>() * size
}

#[cfg(test)]
mod tests {
    use super::{HEIGHT, WIDTH, Words, draw};
    use resvg::tiny_skia::Pixmap;

    /// Draws it and looks whether anything stands in the margin to the right.
    fn check(title: &str) {
        let words = Words {
            title: title.to_owned(),
            when: "11.–12. mai 2027".to_owned(),
            place: title.to_owned(),
            organisers: title.to_owned(),
            cancelled: Some("Avlyst".to_owned()),
        };
        let picture = Pixmap::decode_png(&draw(&words).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), (WIDTH, HEIGHT));
        for (x, y) in (0..HEIGHT).flat_map(|y| (WIDTH - 60..WIDTH).map(move |x| (x, y))) {
            assert_eq!(picture.pixel(x, y), picture.pixel(0, y), "{title}: something at {x}, {y}");
        }
        let light = picture.pixels().iter().filter(|pixel| pixel.red() > 200).count();
        assert!(light > 1000, "{title}: nothing is written");
    }

    #[test]
    fn every_title_has_room() {
        for title in [
            "Byliv",
            "Bylivdagane 2027",
            "MWMWMWMW MWMWMW WWWWWWWWWWWWWW MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM WWWWWWWWWWWW",
            "Nasjonal konferanse om sentrumsbustadutviklingsavtalar, småkommunesamarbeid og samfunnstryggleik",
            "Sentrumsbustadutviklingsavtaleføresegnstolkingskonferanseprogramkomitémedlemskapen",
            &"ordfører i distriktet ".repeat(40),
            "</text><script>alert(1)</script> & \u{1}\u{fffe} «Ærlig»",
            "Máttasámegiella ŋ đ š 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        ] {
            check(title);
        }
    }
}
