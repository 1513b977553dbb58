//! Decision: what somebody on the committee may see of what the others think, and whether they may say what they think themselves.

use uuid::Uuid;

/// What one of the committee thinks of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Review {
    pub(crate) account: Uuid,
    pub(crate) verdict: Verdict,
    pub(crate) comment: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// From 1 to 5.
    Score(u8),
    /// Stands too close to those who sent it in.
    Conflict,
}

pub(crate) const SCORES: std::ops::RangeInclusive<u8> = 1..=5;

/// What somebody may see of the reviews of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// Nothing until they have said what they think themselves, so that nobody is led by others.
    NotYet,
    Everything,
    /// Nothing, ever: they stand too close to it.
    Nothing,
}

pub(crate) fn sight(reviews: &[Review], account: Uuid) -> Sight {
    match reviews.iter().find(|review| review.account == account).map(|review| review.verdict) {
        None => Sight::NotYet,
        Some(Verdict::Score(_)) => Sight::Everything,
        Some(Verdict::Conflict) => Sight::Nothing,
    }
}

/// Who has said that they stand too close cannot take it back, since they could then see what the others think.
pub(crate) fn may_review(reviews: &[Review], account: Uuid) -> bool {
    sight(reviews, account) != Sight::Nothing
}

/// Nor do they answer it. Somebody who has not reviewed may: the committee may have agreed in a meeting.
pub(crate) fn may_answer(reviews: &[Review], account: Uuid) -> bool {
    sight(reviews, account) != Sight::Nothing
}

/// The reviews that count, and their average in tenths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) scored: usize,
    pub(crate) tenths: Option<u32>,
}

/// Rounded half up, so that nobody loses to the last decimal.
pub(crate) fn tally(reviews: &[Review]) -> Tally {
    let score = |review: &Review| match review.verdict {
        Verdict::Score(score) => Some(u32::from(score)),
        Verdict::Conflict => None,
    };
    let scores: Vec<u32> = reviews.iter().filter_map(score).collect();
    let count = u32::try_from(scores.len()).unwrap_or(u32::MAX);
    let sum: u32 = scores.iter().sum();
    Tally { scored: scores.len(), tenths: (sum * 20 + count).checked_div(count * 2) }
}

#[cfg(test)]
mod tests {
    use super::{Review, Sight, Tally, Verdict, may_answer, may_review, sight, tally};
    use uuid::Uuid;

    fn review(account: u128, verdict: Verdict) -> Review {
        Review { account: Uuid::from_u128(account), verdict, comment: String::new() }
    }

    #[test]
    fn nobody_sees_what_others_think_before_they_have_said_what_they_think() {
        let reviews = [review(1, Verdict::Score(5)), review(2, Verdict::Conflict)];
        assert_eq!(sight(&reviews, Uuid::from_u128(1)), Sight::Everything);
        assert_eq!(sight(&reviews, Uuid::from_u128(3)), Sight::NotYet);
        assert!(may_review(&reviews, Uuid::from_u128(1)) && may_review(&reviews, Uuid::from_u128(3)));
    }

    #[test]
    fn who_stands_too_close_neither_scores_nor_sees_nor_answers() {
        let reviews = [review(1, Verdict::Score(5)), review(2, Verdict::Conflict)];
        let close = Uuid::from_u128(2);
        assert_eq!(sight(&reviews, close), Sight::Nothing);
        assert!(!may_review(&reviews, close) && !may_answer(&reviews, close));
    }

    #[test]
    fn only_scores_count_in_the_average() {
        let of = |scores: &[u8]| {
            let mut reviews: Vec<_> = (1..).zip(scores).map(|(n, score)| review(n, Verdict::Score(*score))).collect();
            reviews.push(review(99, Verdict::Conflict));
            tally(&reviews)
        };
        assert_eq!(of(&[]), Tally { scored: 0, tenths: None });
        assert_eq!(of(&[4]), Tally { scored: 1, tenths: Some(40) });
        assert_eq!(of(&[5, 4]), Tally { scored: 2, tenths: Some(45) });
        assert_eq!(of(&[5, 4, 4]), Tally { scored: 3, tenths: Some(43) });
        assert_eq!(of(&[5, 5, 4]), Tally { scored: 3, tenths: Some(47) });
        assert_eq!(of(&[1, 1, 1, 2]), Tally { scored: 4, tenths: Some(13) });
    }
}
