//! The planners' pages as those meet them who plan, who may only look, and who may not know that they are there.

mod drafting;
mod grid;
mod planner;
mod releasing;
mod rights;
mod things;
mod ways;

#[test]
fn every_page_is_whole_in_every_language() {
    let text = crate::templates(&text::Text::new());
    host::testing::render_all(&text, &super::samples());
}
