//! Letters that organisers send to themselves.

use bus::Work;
use proto::Language;
use sea_orm::DbErr;

use super::others::known;
use super::{Hold, InHand, Surroundings, as_it_was, cannot, lease, wait_for};
use crate::composing::{self, Desk, Imitation, Tried};
use crate::made_of::MadeOf;
use crate::planning::{Trial, TrialOf};
use crate::purpose::Skip;
use crate::store::{letter, notice, wording};
use crate::wording::Reworded;

pub(super) async fn to_organiser(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    trial: &Trial,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let Some((event, organisation, _)) = known(around, row) else {
        return wait_for(work, row, "the event is not known yet").await;
    };
    let (notice, wordings);
    let of = match &trial.of {
        TrialOf::Notice(id) => {
            notice = notice::find(&work.tx, *id).await?.map(|there| there.notice()).transpose()?;
            notice.as_ref().map(Tried::Notice)
        }
        TrialOf::Letter(word) => {
            wordings = wording::of_event(&work.tx, event.id).await?;
            Reworded::read(word).map(|letter| Tried::Letter(letter, &wordings))
        }
    };
    let Some(of) = of else {
        return letter::withdraw(&work.tx, &[row.id], Skip::Superseded).await.map(|()| None);
    };
    let made_of = MadeOf::of_proposal(event, organisation, &trial.to);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    let language = row.language.parse().unwrap_or(Language::Nn);
    let imitation = Imitation { of, event, organisation, language, now: work.now };
    match composing::compose_trial(desk, row.id, &trial.to, imitation) {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}
