//! Puts the style sheets and the typeface where the program is built from. They come from npm, pinned by a lock file.

#[path = "themes.rs"]
mod themes;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// What the file is called in the program, and where npm puts it.
const FILES: [(&str, &str); 8] = [
    ("designsystemet.css", "@digdir/designsystemet-css/dist/src/index.css"),
    ("theme.css", "@digdir/designsystemet-css/dist/theme/designsystemet.css"),
    ("designsystemet-licence.txt", "@digdir/designsystemet-css/LICENSE"),
    ("inter-latin.woff2", "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"),
    ("inter-latin-ext.woff2", "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2"),
    ("inter-regular.ttf", "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
    ("inter-semibold.ttf", "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
    ("inter-licence.txt", "@fontsource-variable/inter/LICENSE"),
];

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let modules = here.join("../../assets/node_modules");
    println!("cargo:rerun-if-changed={}", here.join("../../assets/package-lock.json").display());
    for (name, from) in FILES {
        let from = modules.join(from);
        println!("cargo:rerun-if-changed={}", from.display());
        if copy(&from, &out.join(name)).is_err() {
            println!(
                "cargo:error=the style sheets are not fetched yet: run `make run`, or `npm ci --prefix assets` and build again"
            );
            process::exit(1);
        }
    }
    println!("cargo:rerun-if-changed={}", here.join("themes.rs").display());
    if let Err(error) = with_themes(&out.join("theme.css")) {
        println!("cargo:error={error}");
        process::exit(1);
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::write(to, fs::read(from)?)
}

/// The themes of organisations stand behind the one they are made from. Dark colours are for screens: whoever reads in the dark
/// prints on white paper all the same.
fn with_themes(theme: &Path) -> std::io::Result<()> {
    const ANYWHERE: &str = "@media (prefers-color-scheme:dark)";
    let text = fs::read_to_string(theme)?;
    if !text.contains(ANYWHERE) {
        return Err(std::io::Error::other("the theme names its dark colours otherwise than before"));
    }
    let own = themes::themes(&text).map_err(std::io::Error::other)?;
    fs::write(theme, text.replace(ANYWHERE, "@media screen and (prefers-color-scheme:dark)") + &own)
}
