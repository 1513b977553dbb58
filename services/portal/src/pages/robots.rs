/// Pages behind personal links and the organisers' side are nothing for search engines.
const ROBOTS: &str = "User-agent: *\n\
    Disallow: /mi/\n\
    Disallow: /arrangor\n\
    Disallow: /drift/\n\
    Disallow: /kalender/\n\
    Disallow: /paminningar/\n\
    Disallow: /postkasse\n\
    Disallow: /webinar/*/delta/\n\
    Disallow: /api/\n";

pub(super) async fn get() -> &'static str {
    ROBOTS
}
