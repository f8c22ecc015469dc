import { WorkMode } from "@effect-ezviz/core"
import * as Effect from "effect/Effect"
import * as Route from "../Route.js"

const capability = "support_battery_manage"

export const routes: ReadonlyArray<Route.Route> = [
  Route.make(WorkMode.getPlan, (input, context) =>
    Effect.map(Route.able(context, input.deviceSerial, capability), (device) => {
      const plan = device.configuration.workPlan
      return {
        deviceSerial: device.deviceSerial,
        subType: 2,
        weekPlans:
          plan === undefined
            ? []
            : [
                {
                  weekDays: plan.weekDays,
                  timePlans: [
                    {
                      startTime: plan.startTime,
                      endTime: plan.endTime,
                      mode: plan.mode ?? ("powerSaving" as const)
                    }
                  ]
                }
              ]
      }
    })
  ),

  Route.make(WorkMode.setPlan, ({ deviceSerial, ...plan }, context) =>
    Effect.map(Route.capable(context, { deviceSerial }, capability), (device) => {
      device.configuration.workPlan = plan
    })
  )
]
