//! Looking at codes, within a transaction, so that each is taken once and wrong ones are counted.

use crate::second_factor::{
    self, Code, RECOVERY_CODES, Typed, code, one_more_wrong, recovery_codes, recovery_mac, reveal,
};
use crate::store::{recovery_code, second_factor as app};
use chrono::{DateTime, Utc};
use host::Keys;
use proto::AccountId;
use sea_orm::{ConnectionTrait, DbErr};

/// What became of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    Good,
    Wrong,
    Paused { until: DateTime<Utc> },
}

/// Looks at a code of an account's app, or one from paper. Codes from paper are beyond guessing, so they are taken also when
/// too many wrong ones of the app have come: whoever is kept out by somebody else has them.
pub(crate) async fn prove(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    account: AccountId,
    typed: Typed,
    now: DateTime<Utc>,
) -> Result<Proof, DbErr> {
    let Some(known) = app::locked(tx, account).await? else { return Ok(Proof::Wrong) };
    let good = match typed {
        Typed::Neither => false,
        Typed::Recovery(text) => recovery_code::spend(tx, account, &recovery_mac(keys, account, &text), now).await?,
        Typed::Code(digits) => {
            let secret = reveal(keys, account, &known.secret).unwrap_or_default();
            match code(&secret, known.known(), &digits, now) {
                Code::Good { step } => app::used(tx, account, step).await?,
                Code::Paused { until } => return Ok(Proof::Paused { until }),
                Code::Wrong => {
                    app::wrong(tx, account, one_more_wrong(known.known(), now)).await?;
                    tracing::info!(account.id = %account, "a wrong code was typed");
                    false
                }
            }
        }
    };
    Ok(if good { Proof::Good } else { Proof::Wrong })
}

/// Makes codes on paper instead of those there were.
pub(crate) async fn new_codes(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    account: AccountId,
) -> Result<Vec<String>, DbErr> {
    let codes = recovery_codes(rand::random::<[[u8; 10]; RECOVERY_CODES]>());
    let macs = codes.iter().map(|code| second_factor::recovery_mac(keys, account, code)).collect();
    recovery_code::replace(tx, account, macs).await?;
    Ok(codes)
}
