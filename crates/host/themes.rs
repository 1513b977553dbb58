//! Themes of organisations, made from Designsystemet's own: every colour of its accent gets another hue, and keeps exactly as
//! much light. Contrast is a matter of light alone, so what could be read before can be read in each of them.

/// The word for a theme, its hue in degrees, and how much of the colour's strength it keeps (OKLCH).
const THEMES: [(&str, f64, f64); 5] = [
    ("green", 155.0, 0.9),
    ("teal", 200.0, 0.8),
    ("purple", 305.0, 0.9),
    ("brick", 40.0, 0.85),
    ("slate", 250.0, 0.25),
];

const ACCENT: &str = "--ds-color-accent-";

/// The style sheet of all themes, from that of the theme they are made from.
pub(crate) fn themes(theme: &str) -> Result<String, String> {
    let light = accent(theme, ":root,[data-color-scheme=light]{")?;
    let dark = accent(theme, "[data-color-scheme=dark]{")?;
    // The usual one as well: a sample of it stands on pages of others.
    let mut sheet = both("blue", &light, &dark);
    for (word, hue, strength) in THEMES {
        let with_hue = |colours: &[(String, Colour)]| {
            let all = colours.iter().map(|(name, colour)| (name.clone(), colour.with_hue(hue, strength)));
            all.collect::<Vec<_>>()
        };
        sheet.push_str(&both(word, &with_hue(&light), &with_hue(&dark)));
    }
    Ok(sheet)
}

/// A theme's rules in light and in dark.
fn both(word: &str, light: &[(String, Colour)], dark: &[(String, Colour)]) -> String {
    let rule = |colours: &[(String, Colour)]| {
        let all = colours.iter().map(|(name, colour)| format!("{ACCENT}{name}:{}", colour.hex()));
        format!("[data-theme={word}]{{{}}}", all.collect::<Vec<_>>().join(";"))
    };
    format!("{}@media screen and (prefers-color-scheme:dark){{{}}}\n", rule(light), rule(dark))
}

/// The accent's colours in one rule of the theme.
fn accent(theme: &str, rule: &str) -> Result<Vec<(String, Colour)>, String> {
    let rule = theme.split(rule).nth(1).and_then(|rest| rest.split('}').next());
    let rule = rule.ok_or("the theme names its colours otherwise than before")?;
    let own = rule.split(';').filter_map(|line| line.strip_prefix(ACCENT)?.split_once(':'));
    let colours: Option<Vec<_>> = own.map(|(name, value)| Some((name.to_owned(), Colour::read(value)?))).collect();
    colours.filter(|colours| colours.len() == 16).ok_or_else(|| "the theme has other colours than before".to_owned())
}

/// Red, green and blue from 0 to 1, as they are in light and not as they are written.
#[derive(Clone, Copy)]
struct Colour([f64; 3]);

impl Colour {
    fn read(hex: &str) -> Option<Self> {
        let digits = hex.trim().strip_prefix('#')?;
        let digits: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        let light = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        Some(Self([light(part(0)?), light(part(2)?), light(part(4)?)]))
    }

    fn hex(self) -> String {
        let byte = |light: f64| {
            let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
            (value.clamp(0.0, 1.0) * 255.0).round()
        };
        let [red, green, blue] = self.0.map(byte);
        format!("#{red:02x}{green:02x}{blue:02x}", red = red as u8, green = green as u8, blue = blue as u8)
    }

    /// How much light it gives (WCAG 2.2, relative luminance).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0;
        0.212_6 * red + 0.715_2 * green + 0.072_2 * blue
    }

    /// How strong the colour is (OKLCH).
    fn chroma(self) -> f64 {
        let [red, green, blue] = self.0;
        let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let a = 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s;
        a.hypot(b)
    }

    fn of(lightness: f64, chroma: f64, hue: f64) -> Self {
        let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
        let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
        Self([
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
        ])
    }

    /// The colour with another hue that gives as much light, as strong as screens can show it.
    fn with_hue(self, hue: f64, strength: f64) -> Self {
        let mut chroma = self.chroma() * strength;
        loop {
            let (mut low, mut high) = (0.0, 1.0);
            for _ in 0..50 {
                let middle = f64::midpoint(low, high);
                if Self::of(middle, chroma, hue).luminance() < self.luminance() { low = middle } else { high = middle }
            }
            let colour = Self::of(low, chroma, hue);
            if chroma < 0.001 || colour.0.iter().all(|part| (-0.000_5..=1.000_5).contains(part)) {
                return colour;
            }
            chroma *= 0.95;
        }
    }
}
